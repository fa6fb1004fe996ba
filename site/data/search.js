dossier("search",{"names":[""],"words":["15"],"sentences":43,"perPiece":64,"documents":1});
