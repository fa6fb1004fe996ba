import DossierModel
import DossierTemplates
import Testing

/// Where in HTML a template may put a value.
struct MarkupContextTests {
  @Test(arguments: [
    "<p>{{title}}</p>", "<p>{{body}}</p>", "<p class=\"a {{title}}\">", "<p class='{{title}}'>",
    "<a href=\"{{url}}\">", "<a href='{{url}}'>", "<A HREF = \"{{url}}\" >", "<a href=\"#main\">",
    "<img alt=\"\" src=\"{{url}}\" srcset=\"{{other}}\">", "<p title=\"{{url}}\">",
    "<a data-href=\"x{{title}}\">",
    "<title>{{title}} & {{url}}</title>{{body}}", "<textarea><p {{title}}></textarea>",
    "<input disabled>{{title}}",
    "<!doctype html>{{title}}", "<!-- note -->{{title}}", "<!-->{{title}}", "<!--->{{title}}",
    "<!-- > -- --!>{{title}}",
    "<script src=\"{{url}}\"></script>{{title}}", "<script>\"</scripty\" < '</' </SCRIPT >{{title}}",
    "<style>a > b {}</style>{{title}}", "1 < 2 {{title}}", "<< {{title}}", "a <3 {{title}}", "</>{{title}}",
    "<a{{#on}} class=\"x\"{{/on}}>", "<a{{#on}} class=\"x\"{{/on}} href=\"{{url}}\">",
    "<a {{#on}}hidden{{/on}}>",
    "<a{{#rows}} data-x=\"{{label}}\"{{/rows}}>", "<p class=\"{{#on}}a{{/on}}{{^on}}{{title}}{{/on}}\">",
    "<a href=\"{{#url}}{{url}}{{/url}}\">", "<input{{#on}} checked{{/on}}/>",
    "{{#on}}<p>{{/on}}{{^on}}<div>{{/on}}",
    "<meta name=\"description\" content=\"{{title}}\">",
    "<meta http-equiv=\"x\"><meta content=\"{{title}}\">",
    "<a title=\"{{! {{x}} }}\">",
  ])
  func takesAValue(_ source: String) {
    #expect(problems(source).isEmpty, "\(problems(source))")
  }

  @Test(arguments: [
    ("<p class={{title}}>", ["unquoted"]), ("<p class=a{{title}}>", ["unquoted", "unquoted"]),
    ("<p class=a>", ["unquoted"]), ("<p class=>", ["unquoted"]), ("<a href={{url}}>", ["unquoted"]),
    ("<p {{title}}>", ["in-tag"]), ("<p{{title}}>", ["in-tag"]), ("<{{title}}>", ["in-tag"]),
    ("</{{title}}>", ["in-tag"]),
    ("</p class=\"{{title}}\">", ["in-tag"]), ("<p {{title}}=\"x\">", ["in-tag"]),
    ("<p data-{{title}}=\"x\">", ["in-tag"]),
    ("<p x {{url}}>", ["in-tag"]), ("<p x=\"y\"{{body}}>", ["in-tag"]),
    ("<!-- {{title}} -->", ["in-comment"]), ("<!doctype {{title}}>", ["in-comment"]),
    ("<?xml {{title}}>", ["in-comment"]),
    ("<!--->{{title}}--><!-- {{body}}-->", ["in-comment"]),
    ("<script>{{title}}</script>", ["in-raw-text"]),
    ("<script>var a = \"{{title}}\"</script>", ["in-raw-text"]),
    ("<SCRIPT>{{body}}</SCRIPT>", ["in-raw-text"]), ("<style>{{title}}</style>", ["in-raw-text"]),
    ("<script></script2>{{title}}</script>", ["in-raw-text"]),
    ("<iframe>{{title}}</iframe>", ["in-raw-text"]),
    ("<title>{{body}}</title>", ["markup-in-text"]), ("<textarea>{{body}}</textarea>", ["markup-in-text"]),
    ("<p title=\"{{body}}\">", ["markup-in-attribute"]), ("<a href=\"{{body}}\">", ["markup-in-attribute"]),
    ("<a href=\"{{title}}\">", ["address-needed"]), ("<img src='{{title}}'>", ["address-needed"]),
    ("<form action=\"{{title}}\">", ["address-needed"]),
    ("<use xlink:href=\"{{title}}\"/>", ["address-needed"]),
    ("<a href=\"/{{url}}\">", ["glued-address"]), ("<a href=\"{{url}}#x\">", ["glued-address"]),
    ("<a href=\"{{url}}{{other}}\">", ["glued-address"]), ("<img srcset=\"{{url}} 2x\">", ["glued-address"]),
    ("<a href=\"{{#on}}/{{/on}}{{url}}\">", ["glued-address"]),
    ("<a href=\"{{#rows}}{{url}}{{/rows}}\">", ["glued-address"]),
    ("<p style=\"color: red\">", ["inline-style"]), ("<p style=\"{{title}}\">", ["inline-style"]),
    ("<p onclick=\"go()\">", ["inline-script"]), ("<p OnClick='{{title}}'>", ["inline-script"]),
    ("<iframe srcdoc=\"{{title}}\"></iframe>", ["in-document"]),
    ("<meta http-equiv=\"refresh\" content=\"{{title}}\">", ["in-pragma"]),
    ("<meta content=\"{{title}}\" http-equiv=\"refresh\">", ["in-pragma"]),
    ("<p a=\"x\"b=\"y\">", ["glued-attribute"]), ("<a {{#rows}}x=\"1\"{{/rows}}>", ["glued-attribute"]),
    ("<p{{#on}} x=\"y\"{{/on}}z>", ["glued-attribute"]),
    ("<p{{#on}}>{{/on}}", ["cuts-markup"]), ("<p class=\"{{#on}}\"{{/on}}>", ["cuts-markup"]),
    ("<p class=\"{{#on}}\" title=\"{{/on}}\">", ["cuts-markup"]), ("{{#on}}<!--{{/on}}", ["cuts-markup"]),
    ("<{{#on}}script{{/on}}{{^on}}p{{/on}}>", ["cuts-markup", "cuts-markup"]),
    ("{{#on}}<script>{{/on}}", ["cuts-markup"]),
    ("<p", ["unfinished"]), ("<!-- ", ["unfinished"]), ("<script>", ["unfinished"]),
    ("<p class=\"", ["unfinished"]),
  ])
  func refusesAValue(_ source: String, _ ids: [String]) {
    #expect(problems(source).map(\.id) == ids.map { "template." + $0 }, "\(problems(source))")
  }

  @Test func partialsGoOnWhereTheirTagStands() {
    let parts = ["open": "<p class=\"", "close": "\">", "value": "{{title}}", "address": "{{url}}"]
    #expect(problems("{{> open}}{{> value}}{{> close}}{{> value}}", parts).isEmpty)
    #expect(problems("<a href=\"{{> address}}\">{{> address}}</a>", parts).isEmpty)
    // The same partial is read anew for each place.
    #expect(problems("{{> value}}<a href=\"{{> value}}\">", parts).map(\.id) == ["template.address-needed"])
    #expect(problems("{{> address}}<a {{> address}}>", parts).map(\.id) == ["template.in-tag"])
  }
}
