serach = Find help
