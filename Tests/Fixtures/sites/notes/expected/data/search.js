dossier("search",{"names":[""],"words":["10"],"sentences":61,"perPiece":64,"documents":3});
