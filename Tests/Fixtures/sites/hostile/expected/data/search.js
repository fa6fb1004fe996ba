dossier("search",{"names":[""],"words":["alert"],"sentences":6,"perPiece":64,"documents":2});
