search = Find help
our_mayor = The mayor of Merebridge
