import DossierModel
import DossierRender
import Foundation
import Testing

@Suite("Feeds")
struct FeedTests {
  private func feed() throws -> Feed {
    Feed(
      title: "Talks & <more>", subtitle: "A line", language: "en", home: "https://example.org/a/",
      author: "The desk",
      entries: [
        FeedEntry(
          id: "https://example.org/a/documents/two.html", title: "“Two” \u{1}\u{FFFF}\u{FFFE}]]>\r",
          url: "https://example.org/a/documents/two.html",
          updated: try #require(CalendarDate(year: 2022, month: 8)),
          authors: ["Anna", "Bo"], summary: "What was said", tags: ["a\"b"], language: "de"),
        FeedEntry(
          id: "https://example.org/a/documents/one.html", title: "One",
          url: "https://example.org/a/documents/one.html",
          updated: try #require(CalendarDate(year: 2021, month: 12, day: 31))),
      ])
  }

  @Test func isAtom() throws {
    let bytes = try #require(try feed().atom(at: "https://example.org/a/feed.xml"))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <id>https://example.org/a/feed.xml</id>
        <title>Talks &amp; &lt;more&gt;</title>
        <subtitle>A line</subtitle>
        <updated>2022-08-01T00:00:00Z</updated>
        <link rel="self" type="application/atom+xml" href="https://example.org/a/feed.xml"/>
        <link rel="alternate" type="text/html" href="https://example.org/a/"/>
        <author>
        <name>The desk</name>
        </author>
        <entry xml:lang="de">
        <id>https://example.org/a/documents/two.html</id>
        <title>“Two” \u{FFFD}\u{FFFD}\u{FFFD}]]&gt;&#13;</title>
        <link rel="alternate" type="text/html" href="https://example.org/a/documents/two.html"/>
        <published>2022-08-01T00:00:00Z</published>
        <updated>2022-08-01T00:00:00Z</updated>
        <author>
        <name>Anna</name>
        </author>
        <author>
        <name>Bo</name>
        </author>
        <category term="a&quot;b"/>
        <summary>What was said</summary>
        </entry>
        <entry>
        <id>https://example.org/a/documents/one.html</id>
        <title>One</title>
        <link rel="alternate" type="text/html" href="https://example.org/a/documents/one.html"/>
        <published>2021-12-31T00:00:00Z</published>
        <updated>2021-12-31T00:00:00Z</updated>
        </entry>
        </feed>

        """)
  }

  @Test func isJSONFeed() throws {
    let bytes = try feed().json(at: "https://example.org/a/feed.json")
    let value = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(value["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect(value["feed_url"] as? String == "https://example.org/a/feed.json")
    let items = try #require(value["items"] as? [[String: Any]])
    #expect(
      items.map { $0["date_published"] as? String } == ["2022-08-01T00:00:00Z", "2021-12-31T00:00:00Z"])
    #expect(items.map { $0["title"] as? String } == ["“Two” \u{1}\u{FFFF}\u{FFFE}]]>\r", "One"])
    #expect(items[0]["tags"] as? [String] == ["a\"b"])
    #expect(items[1]["content_text"] as? String == "")
  }

  @Test func hasNoAtomWithoutADate() throws {
    var feed = try feed()
    feed.entries = []
    #expect(feed.updated == nil)
    #expect(feed.atom(at: "https://example.org/a/feed.xml") == nil)
  }
}
