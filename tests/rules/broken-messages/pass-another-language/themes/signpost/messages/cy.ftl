search = Chwilio
