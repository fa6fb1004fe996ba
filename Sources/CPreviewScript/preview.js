// What a live preview adds to each page: it reloads when the page has changed, shows what is wrong, and asks about names.
// No built site has this.
(() => {
"use strict"
const { base, page, tag, token } = document.currentScript.dataset
const url = (name, values) => base + "-/" + name + "?" + Object.entries(values).map(([k, v]) => k + "=" + encodeURIComponent(v)).join("&")
const kept = "dossier-preview:"

// MARK: The place in the page, kept over a reload

const remember = () => {
  // The uppermost numbered element in sight stays where it is, whatever comes or goes above it.
  let mark = null
  for (const element of document.querySelectorAll("main [id]")) {
    const { top, bottom } = element.getBoundingClientRect()
    if (bottom > 0 && bottom > top) { mark = { id: element.id, top }; break }
  }
  const open = [...document.querySelectorAll("details")].map(details => details.open)
  sessionStorage.setItem(kept + location.pathname, JSON.stringify({ mark, open, y: scrollY, reviews, told: find(".told").textContent }))
}

const restore = () => {
  const text = sessionStorage.getItem(kept + location.pathname)
  if (!text) return
  sessionStorage.removeItem(kept + location.pathname)
  const { mark, open, y, reviews: wasReview, told } = JSON.parse(text)
  const all = [...document.querySelectorAll("details")]
  if (all.length === open.length) all.forEach((details, index) => { details.open = open[index] })
  if (wasReview) setReview(true)
  tell(told)
  history.scrollRestoration = "manual"
  const scroll = () => {
    const element = mark && document.getElementById(mark.id)
    const root = document.documentElement
    root.style.scrollBehavior = "auto"
    if (y === 0) scrollTo(0, 0)
    else if (element) scrollBy(0, element.getBoundingClientRect().top - mark.top)
    else scrollTo(0, y)
    root.style.scrollBehavior = ""
  }
  scroll()
  addEventListener("load", () => { scroll(); history.scrollRestoration = "auto" }, { once: true })
}

// A server that has just gone would leave the browser's own page of errors, from which nothing comes back.
let isLeaving = false
const reload = async () => {
  if (isLeaving) return
  isLeaving = true
  try { await fetch(location.href, { method: "HEAD", cache: "no-store" }) } catch { isLeaving = false; return }
  remember()
  location.reload()
}

// MARK: The panel, out of reach of the page's styles

const host = document.createElement("div")
const root = host.attachShadow({ mode: "open" })
root.innerHTML = `<style>
:host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 9999; font: 14px/1.45 system-ui, sans-serif; color: #1b1b1b; pointer-events: none }
@media print { :host { display: none } }
.bar, .problems, dialog { pointer-events: auto }
.bar { position: absolute; right: 12px; bottom: 12px; max-width: calc(100vw - 24px); display: flex; flex-wrap: wrap; justify-content: end; gap: 6px }
button { font: inherit; color: inherit; background: #fff; border: 1px solid #8a8a8a; border-radius: 4px; padding: 4px 10px; cursor: pointer }
button:hover { background: #efefef }
button:focus-visible, input:focus-visible { outline: 2px solid #1a5fb4; outline-offset: 1px }
button[aria-pressed="true"] { background: #1b1b1b; color: #fff }
.lost, .told { background: #fff3cd; border: 1px solid #8a6d00; border-radius: 4px; padding: 4px 10px; overflow-wrap: anywhere; min-width: 0 }
.problems { max-height: 45vh; overflow: auto; background: #fff; border-top: 3px solid #b3261e; box-shadow: 0 -2px 12px #0003; padding: 12px 16px 52px }
.problems.mild { border-color: #8a6d00 }
h2 { font-size: 15px; margin: 0 0 8px }
pre { font: 12.5px/1.5 ui-monospace, monospace; margin: 0 0 10px; white-space: pre-wrap; overflow-wrap: anywhere }
pre span { display: block; white-space: pre }
dialog { border: 1px solid #8a8a8a; border-radius: 6px; padding: 16px 18px; max-width: min(34rem, 92vw); box-sizing: border-box; box-shadow: 0 6px 30px #0004; color: #1b1b1b; background: #fff }
dialog::backdrop { background: #0003 }
dialog p { margin: 0 0 10px }
dialog ul { list-style: none; margin: 0; padding: 0 }
dialog li { margin: 0 0 8px }
dialog code { display: block; font: 12px/1.4 ui-monospace, monospace; color: #555; overflow-wrap: anywhere; margin-top: 2px }
input { font: inherit; padding: 4px 6px; border: 1px solid #8a8a8a; border-radius: 4px; width: 14rem; max-width: 100%; margin: 0 6px 4px 0 }
[hidden] { display: none !important }
@media (prefers-color-scheme: dark) {
  :host, dialog { color: #eee } button, .problems, dialog, input { background: #222; color: #eee } button:hover { background: #333 }
  button[aria-pressed="true"] { background: #eee; color: #111 } dialog code { color: #aaa } .lost, .told { background: #4a3b00; color: #fff }
}
</style>
<section class="problems" tabindex="0" role="status" aria-live="polite" aria-label="Problems in the documents" hidden></section>
<div class="bar"><span class="told" role="status" hidden></span><span class="lost" hidden>The preview has stopped.</span><button class="count" hidden></button><button class="review" aria-pressed="false" hidden>Review names</button></div>
<dialog aria-labelledby="name"></dialog>`
const find = selector => root.querySelector(selector)
const make = (name, text, parent) => {
  const element = document.createElement(name)
  element.textContent = text
  parent.append(element)
  return element
}

// MARK: Problems

let session = ""
const show = ({ problems, errors, warnings, more }) => {
  const section = find(".problems"), count = find(".count")
  const words = [[errors, "error"], [warnings, "warning"]].filter(([n]) => n).map(([n, word]) => n + " " + word + (n > 1 ? "s" : ""))
  const text = words.join(", ") || "problems"
  section.replaceChildren()
  make("h2", errors ? "This page may be older than its documents: " + text : text, section)
  for (const problem of problems) {
    const pre = make("pre", "", section)
    // A line of the source, set in by four, is not broken: below it a caret points at the place.
    for (const line of problem.split("\n")) make(line.startsWith("    ") ? "span" : "div", line, pre)
  }
  if (more) make("pre", "… and " + more + " more; the terminal has them all", section)
  section.classList.toggle("mild", !errors)
  // Errors come up by themselves; warnings wait until they are asked for.
  if (!problems.length) section.hidden = true
  else if (errors) section.hidden = false
  count.hidden = !problems.length
  count.textContent = text
}
find(".count").onclick = () => { find(".problems").hidden = !find(".problems").hidden }

const source = new EventSource(url("events", { page, tag }))
source.onmessage = ({ data }) => {
  const news = JSON.parse(data)
  if (news.isBuilding) return
  find(".lost").hidden = true
  if (news.reload || session && session !== news.session) return reload()
  session = news.session
  show(news)
}
source.onerror = () => { find(".lost").hidden = false }
addEventListener("pagehide", () => source.close())

// MARK: Review

let reviews = false
const style = document.createElement("style")
style.textContent = `@media screen {
.dossier-review main [id^="p"].m, .dossier-review main .maybe, .dossier-review main span.dossier-name { outline: 1px dashed currentColor; outline-offset: 1px; cursor: pointer }
.dossier-review main .maybe { background: #ffe9a8; color: #1b1b1b } }`
const isName = element => /^p\d+[mx]\d+$/.test(element.id)

const setReview = on => {
  reviews = on
  find(".review").setAttribute("aria-pressed", on)
  document.documentElement.classList.toggle("dossier-review", on)
  for (const element of document.querySelectorAll("main [id]")) {
    if (!isName(element)) continue
    element.classList.toggle("dossier-name", on)
    if (on && !element.href) element.tabIndex = 0
    else if (!element.href) element.removeAttribute("tabindex")
  }
}

const ask = async id => {
  const answer = await fetch(url("mention", { page, id }), { headers: { "X-Dossier-Token": token } })
  if (!answer.ok) return
  const { name, state, file, choices } = await answer.json()
  tell("")
  const dialog = find("dialog")
  dialog.replaceChildren()
  make("h2", name, dialog).id = "name"
  make("p", state, dialog)
  const list = make("ul", "", dialog)
  for (const choice of choices) {
    const item = make("li", "", list)
    let input = null
    if (choice.needsName) {
      input = make("input", "", item)
      input.setAttribute("aria-label", choice.text)
      input.setAttribute("list", "names")
      input.placeholder = "name"
      input.oninput = () => suggest(input.value)
      input.onkeydown = event => { if (event.key === "Enter") decide(id, choice.key, input.value, file) }
    }
    make("button", choice.text, item).onclick = () => {
      if (input && !input.value.trim()) return input.focus()
      decide(id, choice.key, input ? input.value : "", file)
    }
    make("code", choice.line, item)
  }
  make("datalist", "", dialog).id = "names"
  make("button", "Leave it", dialog).onclick = () => dialog.close()
  dialog.showModal()
}

const suggest = async text => {
  const answer = await fetch(url("names", { text }), { headers: { "X-Dossier-Token": token } })
  if (!answer.ok) return
  const list = find("datalist")
  list.replaceChildren()
  for (const name of await answer.json()) make("option", "", list).value = name
}

// What was written stays in sight over the reload that follows, until the next question.
const tell = text => {
  find(".told").textContent = text || ""
  find(".told").hidden = !text
}

const decide = async (id, key, name, file) => {
  const answer = await fetch(url("decide", { page, id, text: key }), { method: "POST", body: name, headers: { "X-Dossier-Token": token } })
  const result = await answer.json().catch(() => ({ problem: "nothing was written" }))
  const dialog = find("dialog")
  if (result.written) {
    dialog.close()
    return tell("Written to " + file + ": " + result.written.trim().replace(/\s+/g, " ") + " \u2013 to undo it, take the line out.")
  }
  dialog.replaceChildren()
  make("h2", "Nothing was written", dialog).id = "name"
  make("pre", result.problem, dialog)
  make("button", "Close", dialog).onclick = () => dialog.close()
}

if (token && document.querySelector("main [id]") && [...document.querySelectorAll("main [id]")].some(isName)) {
  document.head.append(style)
  find(".review").hidden = false
  find(".review").onclick = () => { setReview(!reviews); tell("") }
  const onName = event => {
    const element = reviews && event.target.closest?.("main .dossier-name")
    if (!element || event.type === "keydown" && event.key !== "Enter") return
    event.preventDefault()
    event.stopPropagation()
    ask(element.id)
  }
  addEventListener("click", onName, true)
  addEventListener("keydown", onName, true)
}

document.body.append(host)
restore()
})()
