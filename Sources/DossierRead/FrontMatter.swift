internal import DossierModel
/// x
struct FrontMatter { static let keyList = "" }
