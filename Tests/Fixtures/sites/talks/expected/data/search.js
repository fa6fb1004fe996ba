dossier("search",{"names":[""],"words":["2015"],"sentences":18,"perPiece":64,"documents":3});
