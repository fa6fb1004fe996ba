/// The version of Dossier, as in `dossier --version`.
public let dossierVersion = "0.1.0"

/// The day of that version, as in the manual page.
public let dossierVersionDate = "2026-11-27"
