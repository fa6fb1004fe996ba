/// The version of Dossier, as in `dossier --version`.
public let dossierVersion = "0.1.0"
