#!/usr/bin/env bash
# Runs the program as a user would, and checks what only the whole program can show: exit codes, what goes to which
# stream, broken pipes, signals, and that nothing around it changes the site.
#
#   Tests/end-to-end.sh .build/debug/dossier
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -eq 1 ] || { echo "usage: Tests/end-to-end.sh PROGRAM" >&2; exit 2; }
dossier=$(realpath "$1")
seeds=$PWD/seeds
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cp -R "$seeds" seeds

passed=0
failed=0
check() { # check WHAT COMMAND...
  local what=$1
  shift
  if "$@" >check.log 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what: $*"
    cat check.log
  fi
}
# run CODE ARGUMENTS...: runs the program, keeps its streams in `out` and `err`, and compares the exit code.
run() {
  local expected=$1 code=0
  shift
  "$dossier" "$@" >out 2>err || code=$?
  [ "$code" -eq "$expected" ] || { echo "exit code $code instead of $expected"; cat out err; return 1; }
}
is_empty() { [ ! -s "$1" ]; }
has() { grep -qF -- "$2" "$1" || { cat "$1"; return 1; }; }

# Exit codes and streams.
check "--version" run 0 --version
check "the version is asked for" has out "dossier "
check "nothing else is said" is_empty err
check "no command" run 2
check "a wrong option" run 2 build --outptu out
check "it is explained" has err "did you mean '--output'?"
check "no such folder" run 1 build "no such folder" --output none
check "nothing is written" [ ! -e none ]
mkdir marked
printf '# {TLP:GREEN} Talks\n\nAs [[Night Heron]] says, trains run.\n' >marked/a.md
printf '# {TLP:RED} Night Heron\n\nThe money is in Vaduz.\n' >marked/b.md
check "an edition that would give something away" run 1 build marked --output edition --clearance TLP:GREEN
check "says what" has err "would say 'Night Heron': the title of marked/b.md"
check "is not written" [ ! -e edition ]
printf '# {TLP:GREEN} Talks\n\nAs [[Night Heron|that paper]] says, trains run.\n' >marked/a.md
check "an edition that gives nothing away" run 0 build marked --output edition --clearance TLP:GREEN
check "is written" [ -e edition/documents/a.html ]
check "without a byte of what is withheld" test -z "$(grep -rliE 'heron|vaduz' edition)"
check "addresses are not" [ ! -e marked/addresses.yml ]
check "an edition for a mark that there is not" run 1 build marked --output edition --clearance TLP:GRN
check "check" run 0 check
check "check writes nothing" [ ! -e site ]
check "check for code scanning" run 0 check --format sarif --quiet
check "its version" has out '"version":"2.1.0"'
check "two formats" run 2 check --json --format github

check "build" run 0 build
check "nothing was asked for" is_empty out
check "the last line" has err "built site: "
check "the front page" [ -s site/index.html ]
check "build again" run 0 build
check "all is as it was" has err "(none changed)"
check "--quiet" run 0 build --quiet
check "JSON" run 0 build --json
check "JSON is one line" [ "$(wc -l <out)" -eq 1 ]
check "JSON is an object" grep -q '^{.*}$' out

# What was read is kept beside the site, and may go at any time.
check "what was read is kept" [ -s .dossier-cache ]
rm .dossier-cache
check "without a cache" run 0 build --no-cache
check "all is as it was" has err "(none changed)"
check "nothing is kept" [ ! -e .dossier-cache ]
check "a cache elsewhere" run 0 build --cache elsewhere
check "all is as it was" has err "(none changed)"
check "it is where it should be" [ -s elsewhere ]
printf 'My diary' >diary
check "a file that is no cache" run 0 build --cache diary
check "it is told" has err "diary: note: what was read is not kept for the next build"
check "and left alone" [ "$(cat diary)" = "My diary" ]
check "the fast recogniser" run 0 build --recogniser fast --output fast

# Whatever is around it, the site is the same.
check "one job" run 0 build --jobs 1 --output one
check "the same site" diff -r site one
check "many jobs, elsewhere" env TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 "$dossier" build seeds -j 7 -o deep/down/site
check "the same site" diff -r site deep/down/site
mkdir other
(cd other && cp -R ../seeds . && touch -t 200001010000 seeds/*)
check "absolute paths, old files" run 0 build "$work/other/seeds" --output "$work/other/site"
check "the same site" diff -r site other/site

# Addresses stay, and the author has the last word.
check "addresses are kept" grep -qx 'people/vladimir-putin: Vladimir Putin' seeds/addresses.yml
cp -R seeds decided
cat >decided/entities.yml <<'END'
same:
  - [Kim Jong-Un, Kim Jong-Il]
never:
  - NATO
END
check "decisions are obeyed" run 0 build decided --output decided-site
check "an old address leads on" has decided-site/people/kim-jong-il.html 'url=../people/kim-jong-un.html'
check "what is no name has no page" [ ! -e decided-site/organisations/nato.html ]
check "frozen" run 0 build seeds --frozen --output frozen
check "the same site" diff -r site frozen
printf 'same:\n  - [Kim Jong-Un, Kim Jong-Il]\ndiferent: []\n' >decided/entities.yml
check "a wrong key ends with 1" run 1 build decided --output decided-site
check "it has its place" has err "decided/entities.yml:3:1: error: unknown section 'diferent'"
check "review" run 0 review
check "it says what to do" has out "seeds/entities.yml"
check "review writes nothing" [ ! -e seeds/entities.yml ]
check "explain a line" run 0 explain seeds/000_71f0816197f82e69.txt:3
check "it says who is meant" has out "stands for: Vladimir Putin (person), people/vladimir-putin.html"
check "explain a name" run 0 explain Putin
check "an unknown name" run 1 explain "Vladmir Putin"
check "a near one is offered" has err "did you mean 'Vladimir Putin'?"
check "the site is as it was" run 0 build
check "all is as it was" has err "(none changed)"

# A new briefing builds at once, and is never made over something.
check "new" run 0 new "my briefing"
check "it tells how to go on" has out "cd 'my briefing'"
check "it builds" bash -c 'cd "my briefing" && "$0" check --strict --json --quiet >check.json && "$0" build --quiet && rm check.json' "$dossier"
check "its title is its name" has "my briefing/site/index.html" '<h1>My briefing</h1>'
check "what is there is left alone" run 1 new "my briefing"
check "it is told" has err "something is there already"
mkdir here
check "the folder that one is in" bash -c 'cd here && "$0" new . >../out && "$0" build --quiet' "$dossier"
check "no way there but one" has out "dossier build"

# Templates are listed, copied and changed.
check "templates" run 0 templates
check "in 80 columns" bash -c '! grep -qE "^.{81}" out'
check "one in full" run 0 templates entity --json
check "with what lies in its records" has out '"name":"sentence","type":"markup","example":"<a '
check "a copy" bash -c 'cd here && "$0" templates masthead colours.css --copy' "$dossier"
echo ':root { --heading: navy; }' >here/Templates/colours.css
sed -i.old 's/{{frame.site}}/{{frame.sight}}/' here/Templates/masthead.mustache
check "a wrong name" bash -c 'cd here && ! "$0" build 2>../err' "$dossier"
check "it has its place" has err "Templates/masthead.mustache:7:47: error: unknown name"
mv here/Templates/masthead.mustache.old here/Templates/masthead.mustache
check "mended" bash -c 'cd here && "$0" build --quiet && grep -q "heading: navy" site/assets/style.*.css' "$dossier"
check "what was changed is kept" bash -c 'cd here && "$0" templates --copy >/dev/null 2>../err && grep -q navy Templates/colours.css' "$dossier"
check "and told" has err "Templates/colours.css: warning: the file has been changed"

# Help for the fingers: what shells complete, and the manual.
check "a folder is no command" run 2 seeds
check "what was meant is told" has err "did you mean 'dossier build seeds'?"
completes() { # completes EXPECTED WORDS...: what bash completes the last word to, with '|' after each.
  local expected=$1
  shift
  [ "$(COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dossier 2>/dev/null || true; printf '%s|' "${COMPREPLY[@]}")" = "$expected" ]
}
"$dossier" completions bash >completions.bash
source completions.bash
check "bash: commands" completes 'build|' dossier bu
check "bash: options" completes '--recogniser|' dossier build --re
check "bash: values" completes 'careful|fast|' dossier build --recogniser ''
check "bash: values after =" completes 'fast|' dossier build --recogniser = f
check "bash: units" completes 'scalars|bytes|utf16|' dossier annotate --offsets ''
check "bash: folders" completes 'my briefing|' dossier build my
check "bash: folders, not files" completes "deep|" dossier build -o dee
check "bash: templates" completes 'ties|timeline|' dossier templates home ti
check "bash: a folder after =" completes 'here|' dossier templates --copy = he
check "bash: no value where it may be left out" completes 'head|' dossier templates --copy hea
for shell in bash zsh; do
  ! command -v $shell >/dev/null || check "$shell reads it" bash -c '"$0" completions "$1" >completions && "$1" -n completions' "$dossier" $shell
done
if command -v fish >/dev/null; then
  ask_fish() { fish --no-config -c '$argv[1] completions fish | source; complete -C $argv[2]' "$dossier" "$1" | cut -f 1 | tr '\n' '|'; }
  check "fish: values" [ "$(ask_fish 'dossier build --recogniser ')" = 'careful|fast|' ]
  check "fish: commands" [ "$(ask_fish 'dossier ex')" = 'explain|' ]
  check "fish: folders" [ "$(ask_fish 'dossier build my')" = 'my briefing/|' ]
fi
check "the manual" run 0 man
check "it begins as one" has out '.TH DOSSIER 1'
if command -v mandoc >/dev/null; then check "mandoc finds nothing wrong" bash -c '[ -z "$(mandoc -Tlint out)" ]'; fi
if command -v groff >/dev/null; then check "nor groff" bash -c '[ -z "$(groff -ww -man -Tutf8 -z out 2>&1)" ]'; fi

# Editions: sealed, compared, checked, and handed out.
check "edition 1" run 0 build --edition 1 --output edition-1 --zip one.zip --single-file one.html --quiet
check "again, in another way" env TZ=Asia/Tokyo "$dossier" build seeds -j 7 --edition 1 -o edition-1b --zip two.zip --single-file two.html --quiet
check "the same edition" diff -r edition-1 edition-1b
check "the same archive" cmp one.zip two.zip
check "the same page" cmp one.html two.html
check "it is what it says" run 0 verify edition-1
check "so is the archive" run 0 verify one.zip
check "Python reads the archive" python3 -c '
import sys, zipfile
archive = zipfile.ZipFile("one.zip")
assert archive.testzip() is None
names = archive.namelist()
assert names == sorted(names) and len({name.split("/")[0] for name in names}) == 2, names[:3]
assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())
archive.extractall("unpacked")'
check "what is unpacked is the site" bash -c 'diff -r --exclude=.dossier-manifest edition-1 unpacked/*/'
if command -v unzip >/dev/null; then check "unzip reads it too" unzip -qt one.zip; fi
cp -r seeds changed
sed -i.old 's/North Korea/South Korea/' changed/*.txt && rm changed/*.old
check "edition 2" run 0 build changed --edition 2 --since one.zip --output edition-2 --quiet
check "its changes" run 0 changes edition-1 edition-2
check "word by word" grep -qF -- '{+South+} Korea' out
check "as JSON" bash -c '"$0" changes edition-1 edition-2 --json | python3 -m json.tool >/dev/null' "$dossier"
check "as a page" grep -q '<ins>South</ins>' edition-2/changes.html
echo >>edition-2/index.html
check "a page that has been changed" run 1 verify edition-2
check "is told" has out "changed: index.html"
check "no edition" run 2 verify one
check "no archive" run 2 verify one.html
if command -v weasyprint >/dev/null || command -v chromium >/dev/null; then
  check "print edition 1" run 0 print --edition 1 --only sources --output one.pdf --quiet
  check "its feet are of edition 1" run 0 verify one.pdf --against edition-1
  check "and not of edition 2" run 1 verify one.pdf --against edition-2
fi

# A reader that goes away is no failure and no noise.
broken_pipe() {
  local codes
  { "$dossier" "$@" 2>err; echo $? >code; } | true
  codes=$(cat code)
  [ "$codes" = 0 ] && is_empty err
}
check "standard output is closed" broken_pipe help
check "standard output is closed" broken_pipe build --json --quiet
closed_error() { { "$dossier" build; echo $? >code; } 2>&1 | true && [ "$(cat code)" = 0 ]; }
check "standard error is closed" closed_error

# The preview: served on this computer, stopped by either signal, on the port that was asked for.
start() { # start ARGUMENTS...: waits for the address, and leaves the port in `port`.
  : >address
  "$dossier" serve "$@" >address 2>serve.log &
  server=$!
  for _ in $(seq 100); do
    port=$(sed -n 's|^http://127\.0\.0\.1:\([0-9]*\)/.*$|\1|p' address)
    [ -z "$port" ] || return 0
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  cat serve.log
  return 1
}
answer() { # answer PATH: prints the first line of the server's answer.
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$port" >&3
  head -n 1 <&3 | tr -d '\r'
  exec 3>&-
}
answers() { answer "$1" | grep -q " $2 " || { answer "$1"; return 1; }; }
stop() { # stop SIGNAL: the server must end by itself, with success.
  local code=0
  kill "-$1" "$server"
  for _ in $(seq 100); do
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  wait "$server" || code=$?
  server=
  [ "$code" -eq 0 ] || { echo "exit code $code"; cat serve.log; return 1; }
}

check "serve a site" start site --port 0
check "the front page is served" answers / 200
check "no page of that name" answers /none.html 404
check "no way out of the folder" answers /../seeds/ 404
first=$port
check "a port in use" run 1 serve site --port "$first"
check "stop by Ctrl-C" stop INT
check "the port is free again" start site --port "$first"
check "stop by kill" stop TERM
rm -rf site
cp -r seeds live
check "serve documents" start live --port 0
check "the front page is made" answers / 200
check "nothing is written" [ ! -e site ]
shows() { # shows PATH WORDS: whether a page has the words within ten seconds.
  for _ in $(seq 100); do
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$port" >&3
    if grep -q "$2" <&3; then exec 3>&-; return 0; fi
    exec 3>&-
    sleep 0.1
  done
  return 1
}
printf 'News\n\nAngela Merkel went to Berlin.\n' >live/news.txt
check "a new document is shown" shows /documents/news.html Merkel
printf 'News\n\nAngela Merkel went to Paris.\n' >live/news.txt
check "a change of it too" shows /documents/news.html Paris
printf 'never: [Paris]\n' >live/entities.yml
check "decisions are followed" shows /places/paris.html "no such page"
check "the change is told" bash -c 'for _ in $(seq 100); do grep -q "live/entities.yml changed" serve.log && exit; sleep 0.1; done; exit 1'
check "stop by Ctrl-C" stop INT
check "serve below a path" start live --port 0 --base-path /briefings/one --poll --recogniser fast
check "the page stands there" answers /briefings/one/ 200
check "and nowhere else" answers /index.html 404
printf 'News\n\nAngela Merkel went to Rome.\n' >live/news.txt
check "changes are looked for" shows /briefings/one/documents/news.html Rome
check "stop by kill" stop TERM
check "no such folder to serve" run 1 serve nothing
check "no such address" run 1 serve live --host 192.0.2.1 --port 0
rm -rf live

# The filter: lines in, lines out, in order; a bad line stops nothing; who reads no more ends it.
lines() { for number in 1 2 3; do echo "{\"id\": $number, \"text\": \"👩‍👩‍👧 Vladimir Putin went to China in May 2014.\"}"; done; }
lines >texts.jsonl
check "annotate answers in order" bash -c '[ "$(cut -d, -f1 <<<"$("$0" annotate --jobs 2 <texts.jsonl)")" = "$(printf "{\"id\":%s\n" 1 2 3)" ]' "$dossier"
check "annotate reads files" run 0 annotate texts.jsonl
check "annotate finds names" has out '"type":"PER"'
check "annotate finds dates" has out '"value":"2014-05"'
check "jobs change nothing" bash -c 'cmp <("$0" annotate --jobs 1 <texts.jsonl) <("$0" annotate --jobs 7 <texts.jsonl)' "$dossier"
echo nonsense >>texts.jsonl
lines >>texts.jsonl
check "a bad line is told" run 1 annotate texts.jsonl
check "with its place" has err 'texts.jsonl:4:'
check "and answered" has out '{"id":4,"error":'
check "and the rest goes on" bash -c '[ "$(wc -l <out)" -eq 7 ]'
check "a missing file is told" run 1 annotate none.jsonl texts.jsonl
check "with its name" has err 'none.jsonl: error: the file cannot be read'
printf 'Vladimir Putin went to China.' >text.txt
check "a text is a text" run 0 annotate text.txt
check "known by its path" has out '{"id":"text.txt","entities":[{'
if [ -w /dev/full ]; then
  check "a full disk is told" bash -c '! "$0" annotate text.txt >/dev/full 2>full.err' "$dossier"
  check "with its reason" has full.err 'the answers cannot be written'
fi
check "a closed pipe ends it" timeout 20 bash -c 'yes "{\"text\": \"In China.\"}" | "$0" annotate | head -1' "$dossier"
{ head -1 texts.jsonl; sleep 20; } | "$dossier" annotate >slow.out 2>slow.err &
for _ in $(seq 100); do [ -s slow.out ] && break; sleep 0.1; done
check "a slow writer is answered at once" has slow.out '"type":"PER"'
pkill -P $! sleep 2>/dev/null || true
printf '{"id":1,"text":"Putin spoke.","entities":[{"start":0,"end":5,"type":"PER"}]}\nno\n' >given.jsonl
printf '{"id":2,"text":"Vladimir Putin.","entities":[{"start":0,"end":14,"type":"PER"}]}\n' >>given.jsonl
check "given names are named, a bad line in between" run 1 annotate --link --keep-mentions given.jsonl
check "in order" [ "$(cut -d, -f1 out)" = $'{"id":1\n{"id":2\n{"id":2' ]
check "over all texts" [ "$(grep -c '"name":"Vladimir Putin"' out)" -eq 2 ]
if command -v python3 >/dev/null; then
  head -3 texts.jsonl >text.jsonl
  check "Python slices to the surface" bash -c '"$0" annotate <text.jsonl | python3 -c "
import json, sys
texts = [json.loads(line)[\"text\"] for line in open(\"text.jsonl\")]
found = [json.loads(line) for line in sys.stdin]
assert len(found) == len(texts)
for text, answer in zip(texts, found):
    assert answer[\"entities\"] and answer[\"dates\"]
    for name in answer[\"entities\"] + answer[\"dates\"]:
        assert text[name[\"start\"]:name[\"end\"]] == name[\"surface\"]
"' "$dossier"
fi

echo "end-to-end: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
