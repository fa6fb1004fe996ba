import Testing

@testable import DossierTool

@Suite struct HelpTextTests {
  @Test func overview() {
    #expect(
      HelpText.overview == """
        Dossier turns a folder of documents into a site of briefing pages.

        usage: dossier COMMAND [FOLDER] [OPTIONS] | --help | --version

          new          make a folder to begin with
          build        build the site
          check        find every problem, write nothing
          print        print a PDF with page numbers and an index of names
          changes      tell what has changed between two editions
          verify       tell whether a site or a PDF is what it says
          serve        show the site in a browser, and follow each change
          review       list the names that are worth a second look
          explain      say why a name is linked as it is
          annotate     find the names and dates of texts, for other tools
          templates    list what templates can use; copy them to change them
          completions  print the completions of a shell
          man          print the manual page
          help         show what a command does

        Without a folder, the documents of 'seeds' become the site 'site'.
        To begin: 'dossier new my-briefing'. All options: 'dossier COMMAND --help'.

        """)
  }

  @Test func build() {
    #expect(
      HelpText.text(of: .build) == """
        Build the site of a folder of documents.

        usage: dossier build [FOLDER] [--output DIR] [--jobs N] [--recogniser NAME]
                             [--cache FILE] [--no-cache] [--strict] [--force] [--frozen]
                             [--clearance MARK] [--templates DIR] [--print-all]
                             [--exports] [--edition TAG] [--since SITE] [--zip FILE]
                             [--single-file FILE] [--precompress] [--quiet | --verbose]
                             [--json]

              FOLDER              the folder of documents (default: seeds)
          -o, --output DIR        the folder of the site (default: site)
          -j, --jobs N            how much to work on at once (default: one for each core)
              --recogniser NAME   careful or fast (default: as dossier.yml has it)
              --cache FILE        where to keep what was read (default: beside the site)
              --no-cache          read everything anew and keep nothing
              --strict            write nothing when any document has an error
              --force             use an output folder that holds other files
              --frozen            keep no new addresses in the folder of documents
              --clearance MARK    leave out what is above a handling mark, and prove it
              --templates DIR     templates that replace the built-in ones, file by file
              --print-all         make the print edition even of more than 500 documents
              --exports           write data files even of more than 500 documents
              --edition TAG       make an edition of this name, with its seal
              --since SITE        tell what has changed since that edition
              --zip FILE          pack the site into a file, too
              --single-file FILE  write all into one page, too
              --precompress       put .br and .gz copies beside the files, for servers
          -q, --quiet             print only errors and warnings
          -v, --verbose           print time and memory of each stage, and every message
              --json              print a report as JSON on standard output
          -h, --help              show this text

        examples:
          dossier build                    seeds becomes site
          dossier build notes -o public    notes becomes public
          dossier build --recogniser fast  sooner, with more mistakes

        The addresses of pages are kept in 'addresses.yml' in FOLDER: keep it with the
        documents, so that links to pages stay good.
        Progress and problems go to standard error; standard output has only what is
        asked for. A build that fails leaves the site as it was.
        Exit code: 0 built, 1 the documents have errors, 2 wrong command line.

        """)
  }

  @Test func check() {
    #expect(
      HelpText.text(of: .check) == """
        Find every problem in a folder of documents, and write nothing.

        usage: dossier check [FOLDER] [--external] [--external-local] [--clearance MARK]
                             [--recogniser NAME] [--cache FILE] [--no-cache]
                             [--templates DIR] [--strict] [--quiet | --verbose]
                             [--format NAME] [--json]

              FOLDER             the folder of documents (default: seeds)
              --external         ask whether outside links are good, too
              --external-local   ask addresses of the local network, too
              --clearance MARK   leave out what is above a handling mark, and prove it
              --recogniser NAME  careful or fast (default: as dossier.yml has it)
              --cache FILE       where to keep what was read (default: nowhere)
              --no-cache         read everything anew and keep nothing
              --templates DIR    templates that replace the built-in ones, file by file
              --strict           let warnings too end with exit code 1
          -q, --quiet            print only errors and warnings
          -v, --verbose          print time and memory of each stage, and every message
              --format NAME      print json, github or sarif on standard output
              --json             the same as --format json
          -h, --help             show this text

        examples:
          dossier check                 all of seeds
          dossier check notes --strict  warnings count too

        With --external, hosts are asked one request at a time, and good answers are kept
        for a week beside the site, or in the cache that is named.
        Exit code: 0 nothing wrong, or warnings only; 1 errors; 2 wrong command line.

        """)
  }

  @Test func print() {
    #expect(
      HelpText.text(of: .print) == """
        Print a briefing, or a part of it, as a PDF.

        usage: dossier print [FOLDER] [--output FILE] [--only NAME] [--paper SIZE]
                             [--engine NAME] [--clearance MARK] [--edition TAG]
                             [--recogniser NAME] [--cache FILE] [--no-cache] [--strict]
                             [--templates DIR] [--quiet | --verbose]

              FOLDER             the folder of documents (default: seeds)
          -o, --output FILE      the PDF (default: named after what is printed)
              --only NAME        print this only; may be given more than once
              --paper SIZE       a4 (default) or letter
              --engine NAME      weasyprint or chromium (default: the first installed)
              --clearance MARK   leave out what is above a handling mark, and prove it
              --edition TAG      put the edition's name into the foot of each sheet
              --recogniser NAME  careful or fast (default: as dossier.yml has it)
              --cache FILE       where to keep what was read (default: beside the site)
              --no-cache         read everything anew and keep nothing
              --strict           write nothing when any document has an error
              --templates DIR    templates that replace the built-in ones, file by file
          -q, --quiet            print only errors and warnings
          -v, --verbose          print time and memory of each stage, and every message
          -h, --help             show this text

        examples:
          dossier print                          the whole book
          dossier print --only talks.md          one document
          dossier print --only 'Ingrid Solheim'  all there is of a name

        What to print is a document (by its path, title or alias), a part of one
        (talks.md#Next steps), a name, or 'key points', 'timeline', 'who with whom',
        'sources' or 'index'. Page numbers need 'pdfinfo', of poppler-utils.
        Exit code: 0 printed, 1 errors, 2 wrong command line.

        """)
  }

  @Test func serve() {
    #expect(
      HelpText.text(of: .serve) == """
        Show a briefing in a browser, and follow each change of its files.

        usage: dossier serve [FOLDER|SITE] [--port N] [--host ADDRESS]
                             [--base-path PATH] [--open] [--poll] [--clearance MARK]
                             [--templates DIR] [--recogniser NAME] [--cache FILE]
                             [--no-cache]

              FOLDER|SITE        documents, or a built site (default: seeds)
              --port N           the port (default: the first free one of 8000 to 8010)
              --host ADDRESS     the address to listen on (default: 127.0.0.1)
              --base-path PATH   show the site below a path, as its host will
              --open             open the page in a browser
              --poll             look for changes: for network shares and containers
              --clearance MARK   show it without what is above a handling mark
              --templates DIR    templates that replace the built-in ones, file by file
              --recogniser NAME  careful or fast (default: as dossier.yml has it)
              --cache FILE       where to keep what was read (default: beside the site)
              --no-cache         read everything anew and keep nothing
          -h, --help             show this text

        examples:
          dossier serve --open                   seeds, in the browser
          dossier serve site                     a site that is there
          dossier serve --base-path /briefings/  as its host will

        A folder of documents is built in memory; pages reload by themselves when
        documents, settings, decisions or templates change. 'Review names' on a
        document's page writes decisions to 'entities.yml'. A folder that Dossier wrote
        is served as it is. The address is printed on standard output. Ctrl-C stops.

        """)
  }

  @Test func help() {
    #expect(
      HelpText.text(of: .help) == """
        Show what a command does.

        usage: dossier help [COMMAND]

              COMMAND  the command to tell about (default: all)
          -h, --help   show this text

        examples:
          dossier help build  the options of 'build'

        """)
  }

  @Test func templates() {
    #expect(
      HelpText.text(of: .templates) == """
        List what templates can use, or put templates in place to be changed.

        usage: dossier templates [TEMPLATE…] [--copy[=DIR]] [--json]

              TEMPLATE      a template to tell all of, or to copy (default: all)
              --copy[=DIR]  put the files into a folder (default: Templates)
              --json        print JSON
          -h, --help        show this text

        examples:
          dossier templates                   all, with their names
          dossier templates entity            one, with all that lies in its records
          dossier templates foot --copy       Templates/foot.mustache, to be changed
          dossier templates --copy=Templates  all of them

        A file in 'Templates' beside the folder of documents replaces the built-in one of
        its name: 'head', 'masthead' and 'foot' change all pages. 'colours.css' need set
        only the colours that are to be others. A copy never replaces a changed file.

        """)
  }

  @Test func theOverviewFitsAScreen() {
    let lines = HelpText.overview.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: CommandName.allCases) func examplesAreRead(_ command: CommandName) throws {
    #expect(!command.examples.isEmpty)
    for (line, purpose) in command.examples {
      // Words in quotes are one.
      var words: [String] = []
      for (index, piece) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
        words += index % 2 == 0 ? piece.split(separator: " ").map(String.init) : [String(piece)]
      }
      #expect(Array(words.prefix(2)) == ["dossier", command.rawValue] && !purpose.isEmpty)
      _ = try ArgumentReader.read(Array(words.dropFirst()), cores: 1)
    }
  }

  @Test(arguments: CommandName.allCases) func fitsATerminal(_ command: CommandName) {
    let lines = HelpText.text(of: command).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 82 })
    #expect(HelpText.usage(of: command).split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
