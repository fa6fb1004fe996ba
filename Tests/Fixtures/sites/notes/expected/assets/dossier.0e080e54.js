// What a page can do beyond being read. Text from documents enters it as text, never as HTML.
(() => {
"use strict";

const page = document.documentElement;
const { root: up, version, cards: cardPieces } = document.body.dataset;
const root = new URL(up || "./", location.href).href;

function make(tag, style, attributes, ...children) {
	const element = document.createElement(tag);
	if (style) element.className = style;
	for (const name in attributes) element.setAttribute(name, attributes[name]);
	element.append(...children);
	return element;
}

const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
const on = (type, action) => document.addEventListener(type, action);
const all = (selector, parent = document) => [...parent.querySelectorAll(selector)];

// Data: scripts, because a page opened from a disk may not fetch

const pieces = new Map(), givers = new Map();
window.dossier = (name, value) => givers.get(name)?.(value);

/// A piece's value, loaded once; what failed is asked for anew.
function load(name) {
	if (!pieces.has(name)) {
		const piece = new Promise((resolve, reject) => {
			givers.set(name, resolve);
			const script = make("script", "", { src: `${root}data/${name}.js?${version}` });
			// A page in its place loads, but gives nothing.
			script.onload = script.onerror = reject;
			setTimeout(reject, 20000);
			document.head.append(script);
		});
		piece.catch(() => pieces.delete(name));
		pieces.set(name, piece);
	}
	return pieces.get(name);
}

// Words, cut and folded as by the builder of the data

const HAN = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}";
const WORD = new RegExp(`[${HAN}]|\\p{N}+(?:[.,]\\p{N}+)+|\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}\\p{M}])|(?:(?![${HAN}])[\\p{Alphabetic}\\p{N}\\p{M}])+`, "gu");
const IGNORED = /^(\P{Lo}|an|and|are|as|at|be|been|but|by|for|from|had|has|have|he|her|his|in|is|it|its|of|on|or|she|that|the|their|they|this|to|was|were|which|who|will|with|would|not)$/u;
const LETTERS = Object.fromEntries("æae ƀb ðd đd ǆdz ǳdz ƒf ħh ıi ĳij łl ǉlj ŋng ǌnj øo œoe ßss ſs ŧt þth".split(" ")
	.map(([letter, ...plain]) => [letter, plain.join("")]));
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/// Lower case; Latin letters without accents, other scripts untouched.
function fold(text) {
	// Letter by letter: a sigma is lowered by its place.
	return text.replace(/./gsu, letter => letter.toLowerCase())
		.replace(/\p{Script=Latin}/gu, letter => letter.normalize("NFD"))
		.replace(SPECIAL, letter => LETTERS[letter])
		.replace(/([a-z])\p{M}+/gu, "$1");
}

/// Each Chinese or Japanese letter is a word, "U.S." and "1,200" are one.
const wordsOf = text => (fold(text).match(WORD) ?? []).map(word => word.replace(/[.,]/g, ""));

// Colours

for (const choice of all("[data-theme-choice]")) {
	const themes = ["as the system", "light", "dark"];
	let at = Math.max(0, themes.indexOf(page.dataset.theme));
	const label = () => { choice.textContent = `Colours: ${themes[at]}`; };
	label();
	choice.onclick = () => {
		at = (at + 1) % 3;
		page.dataset.theme = themes[at];
		label();
		try {
			if (at) localStorage.setItem("dossier-theme", themes[at]);
			else localStorage.removeItem("dossier-theme");
		} catch { /* Storage is blocked. */ }
	};
}

// Cards: what a name is, beside the link to its page

let card, owner, wanted, cardTimer, isTouch;

/// The link to a name around an element: [link, address from the root], or [].
function cardLink(element) {
	const link = element.closest?.("a.m[href], a.dot[href]");
	if (!link || !cardPieces || link.closest(".card, nav, dialog")) return [];
	// The attribute: in a picture the property is no string.
	const { href } = new URL(link.getAttribute("href"), location);
	const key = href.startsWith(root) ? href.slice(root.length).replace(/[?#].*/, "") : "";
	return /^(people|organisations|places|events|other)\/(?!index\.html)/.test(key) ? [link, key] : [];
}

function plan(action, delay) {
	clearTimeout(cardTimer);
	cardTimer = setTimeout(action, delay);
}

function hideCard() {
	clearTimeout(cardTimer);
	owner?.removeAttribute("aria-describedby");
	card?.remove();
	card = owner = wanted = undefined;
}

async function showCard([link, key]) {
	hideCard();
	wanted = link;
	// Names are spread over the pieces by FNV-1a of 32 bits.
	const hash = new TextEncoder().encode(key).reduce((value, byte) => Math.imul(value ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
	let entry = ["Not loaded", "other", "Come back to try again"];
	try {
		entry = (await load(`cards/${hash % cardPieces}`))[key];
		if (!entry && isTouch) location.assign(root + key);
		if (!entry) return;
	} catch { /* Shown as it is */ }
	const lines = [...link.getClientRects()], [first] = lines, last = lines.pop();
	if (wanted !== link || !first) return;
	const [name, kind, title, description, counts, quote, place, placeAddress] = entry;
	owner = link;
	card = make("aside", `card ${kind}`, { id: "card", "aria-label": `In short: ${name}` });
	const add = (tag, style, ...children) => card.append(make(tag, style, {}, ...children));
	add("p", "card-name", make("span", `dot ${kind}`, {}, name));
	add("p", "card-facts", title + (counts ? ` · ${counts}` : ""));
	if (description) add("p", "card-said", description);
	if (quote) add("blockquote", "", quote, make("a", "at", { href: root + placeAddress }, place));
	if (isTouch) add("p", "card-open", make("a", "", { href: root + key }, "Open the page"));
	document.body.append(card);
	link.setAttribute("aria-describedby", "card");

	// Whole in the window, above or below
	const below = page.clientHeight - last.bottom, isAbove = below < card.offsetHeight + 14 && first.top > below;
	card.style.maxHeight = `${(isAbove ? first.top : below) - 14}px`;
	card.style.top = `${scrollY + (isAbove ? first.top - card.offsetHeight - 6 : last.bottom + 6)}px`;
	card.style.left = `${scrollX + Math.max(8, Math.min(last.left, page.clientWidth - card.offsetWidth - 8))}px`;
}

on("pointerover", ({ pointerType, target, relatedTarget }) => {
	isTouch = pointerType === "touch";
	const found = cardLink(target), [link] = found;
	if (card?.contains(target) || (link && link === owner)) clearTimeout(cardTimer);
	else if (link && !isTouch && !link.contains(relatedTarget)) plan(() => showCard(found), 250);
});
on("pointerout", ({ target, relatedTarget }) => {
	const from = card?.contains(target) ? card : cardLink(target)[0];
	if (from && !isTouch && !from.contains(relatedTarget)) plan(hideCard, 200);
});
on("focusin", ({ target }) => {
	const found = cardLink(target);
	if (card?.contains(target)) clearTimeout(cardTimer);
	else if (found[0]?.matches(":focus-visible")) plan(() => showCard(found), 250);
});
on("focusout", ({ target }) => { if (target.closest(".card") || cardLink(target)[0]) plan(hideCard, 200); });
on("click", event => {
	const found = cardLink(event.target);
	// A click without detail is a key's.
	if (found[0] && found[0] !== owner && isTouch && event.detail) {
		event.preventDefault();
		showCard(found);
	} else if (!event.target.closest(".card")) hideCard();
});

// Search: names by their words, then sentences by theirs

const KINDS = { "": "All", person: "People", organisation: "Organisations", place: "Places", event: "Events",
	document: "Documents", sentence: "Sentences" };
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// A query's words, and those in quotes. The last word is open while it may go on.
function parse(text) {
	const parts = text.split(/["“”„«»]/).map(part => wordsOf(part).map(text => ({ text, isIgnored: IGNORED.test(text) })));
	const words = parts.flat();
	if (words.length) words[words.length - 1].isOpen = wordsOf(text.slice(-1)).length > 0;
	return { text, words, phrases: parts.filter((phrase, at) => at % 2 && phrase.length) };
}

const fits = (have, { text, isOpen }) => have === text || (isOpen && have.startsWith(text));

/// Whether the words stand in `have` one after another.
const holds = (have, words) =>
	have.some((_, from) => words.every((word, at) => from + at < have.length && fits(have[from + at], word)));

/// The Damerau-Levenshtein distance of `text` to `have`, or to a beginning of it; infinity above `most`.
function errors(text, have, isOpen, most) {
	let at = 0;
	while (at < text.length && text[at] === have[at]) at += 1;
	const a = text.slice(at), b = have.slice(at);
	if (!a && (isOpen || !b)) return 0;
	if (!most) return Infinity;
	const after = (m, n) => errors(a.slice(m), b.slice(n), isOpen, most - 1);
	return 1 + Math.min(after(1, 0), after(0, 1), after(1, 1), a[0] === b[1] && a[1] === b[0] ? after(2, 2) : Infinity);
}

/// 0 `have` is the query, 1 has its words, 2 begins with it, 3 has words that begin so, 4 and more with errors.
function rank(have, words) {
	const whole = have.join(" "), query = words.map(word => word.text).join(" ");
	if (whole === query) return 0;
	const asked = words.filter(word => !word.isIgnored);
	const worst = Math.max(...(asked[0] ? asked : words).map(({ text, isOpen }) => Math.min(...have.map(other => {
		if (other.startsWith(text)) return other === text ? 1 : 3;
		return other[0] === text[0] ? 3 + errors(text, other, isOpen, text.length < 4 ? 0 : text.length < 8 ? 1 : 2) : Infinity;
	}))));
	return worst === 3 && whole.startsWith(query) ? 2 : worst;
}

/// Gives names to `show` as they come, while `isCurrent` says that they are waited for.
async function findNames({ words }, wanted, isCurrent, show) {
	const { names } = await load("search");
	const found = new Map();
	const look = async at => {
		for (const [name, kind, address, count, others] of await load(`names/${at}`)) {
			if (wanted && wanted !== kind) continue;
			// Publisher and title may be asked for.
			const details = kind === "document" ? others.join(" · ") : "";
			const ranks = [name, ...(details ? [`${name} ${details}`] : others)].map(form => rank(wordsOf(form), words));
			const best = Math.min(...ranks), alias = !details && ranks[0] > 3 && others[ranks.indexOf(best) - 1];
			if (best < Infinity) found.set(address, { name: alias ? `${alias} → ${name}` : name, kind, address, count, details, best });
		}
		const hits = [...found.values()].sort((a, b) => a.best - b.best || b.count - a.count);
		if (isCurrent()) show(hits.filter(hit => hit.best < 4 || hits[0].best > 3));
	};
	// A name stands in the pieces of each of its words. With an error in one, the others lead to it,
	// or the pieces that begin most like a word.
	const numbers = [...names.keys()];
	const tries = [...words].sort((a, b) => a.isIgnored - b.isIgnored)
		.map(({ text }) => numbers.filter(at => names[at].startsWith(text) || text.startsWith(names[at])))
		.filter(some => some.length < 5);
	const alike = at => Math.max(...words.map(({ text }) =>
		text.length > 3 && names[at][0] === text[0] ? [...names[at]].filter((letter, place) => letter === text[place]).length : 0));
	tries.push(...numbers.filter(alike).sort((a, b) => alike(b) - alike(a)).slice(0, 6).map(at => [at]));
	for (const some of tries) if (!found.size && isCurrent()) await Promise.all(some.map(look));
}

/// The numbers of the sentences that have a word, and whether there may be more.
async function postings({ text, isOpen }) {
	const { words } = await load("search");
	// Sorted by UTF-8, not by UTF-16.
	const bytes = word => String.fromCharCode(...new TextEncoder().encode(word));
	const asked = { text, isOpen: isOpen && text.length > 2 };
	const at = words.filter(first => bytes(first) <= bytes(text)).length - 1;
	const numbers = [...words.keys()].filter(number => number === at || fits(words[number], asked));
	let isPartial = numbers.length > 4;
	const list = new Set();
	for (const number of numbers.slice(0, 4)) {
		for (const line of (await load(`words/${number}`)).split("\n")) {
			const [word, count, digits] = line.split("\t");
			if (!fits(word, asked)) continue;
			// Distances in base 32, least digit first; after V, more follow.
			const steps = digits.match(/[^0-9A-V]*[0-9A-V]/g);
			let last = 0;
			for (const step of steps) {
				last += [...step].reduceRight((sum, letter) => sum * 32 + DIGITS.indexOf(letter) % 32, 0);
				list.add(last);
			}
			isPartial ||= steps.length < count;
		}
	}
	return { list, isPartial };
}

/// Gives sentences to `show` as they come. `more` of what is shown finds the next ten.
async function findSentences({ words, phrases }, within, isCurrent, show) {
	const { perPiece } = await load("search");
	const found = await Promise.all(words.filter(word => !word.isIgnored).map(postings));
	if (!found.length) return;
	const ids = [...found[0].list].sort((a, b) => a - b).filter(id =>
		found.every(({ list }) => list.has(id)) && (!within.title || (id >= within.first && id < within.end)));
	const result = { hits: [], shown: 0, total: ids.length, isPartial: found.some(word => word.isPartial) };
	const pieceOf = id => `sentences/${Math.floor(id / perPiece)}`;
	let next = 0, reading;
	const read = async () => {
		const { hits, shown } = result;
		// A phrase may be rare: this stops to ask.
		for (let pieces = 0; pieces < 12; pieces += 1) {
			const name = pieceOf(ids[next]);
			if (next < ids.length) {
				const { d, s } = await load(name);
				for (; pieceOf(ids[next]) === name; next += 1) {
					const id = ids[next], [place, fragment, text] = s[id % perPiece], have = wordsOf(text);
					if (!phrases.every(phrase => holds(have, phrase))) continue;
					// Neighbours of the query come first.
					const pairs = words.filter((_, at) => at && holds(have, words.slice(at - 1, at + 1))).length;
					hits.push({ id, document: d[place], fragment, text, pairs });
				}
			}
			hits.push(...hits.splice(shown).sort((a, b) => b.pairs - a.pairs || a.id - b.id));
			result.shown = Math.min(shown + 10, hits.length);
			result.isDone = next === ids.length;
			if (!isCurrent()) return;
			show(result);
			if (result.isDone || hits.length >= shown + 10) return;
		}
	};
	result.more = () => reading ??= read().finally(() => { reading = undefined; });
	await result.more();
}

/// A sentence with the query's words marked, cut around the first where it is long.
function marked(text, words) {
	const hits = () => [...text.matchAll(WORD)].filter(([word]) => words.some(asked => !asked.isIgnored && fits(wordsOf(word)[0], asked)));
	if (text.length > 280) {
		const first = hits()[0]?.index ?? 0, start = text.lastIndexOf(" ", first - 90) + 1;
		text = (start ? "…" : "") + text.slice(start).replace(/^(.{260}\S*).+/s, "$1 …");
	}
	const nodes = [];
	let from = 0;
	for (const { 0: word, index } of hits()) {
		const between = text.slice(from, index);
		if (from && between === " ") nodes[nodes.length - 1].append(between, word);
		else nodes.push(between, make("mark", "", {}, word));
		from = index + word.length;
	}
	return [...nodes, text.slice(from)];
}

// The search's dialog: a combobox, by the ARIA Authoring Practices

let dialog, field, list, status, trouble, kinds, chip, active, statusTimer;
let filter, turn = 0, results, options = [];

function openSearch() {
	hideCard();
	if (!dialog) makeDialog();
	if (!dialog.open) dialog.showModal();
	// The table, while a query is typed.
	load("search").catch(() => {});
	field.select();
}

function makeDialog() {
	dialog = make("dialog", "search", { "aria-label": "Search" });
	dialog.innerHTML = `<div class="field"><input role="combobox" aria-label="Search" aria-controls="found" aria-autocomplete="list"
		autocomplete="off" spellcheck="false" enterkeyhint="go" placeholder="Search"><button>Close</button></div>
		<div class="kinds" role="radiogroup" aria-label="Show">${Object.keys(KINDS).map(value =>
		`<label><input type="radio" name="kind" value="${value}"><span>${KINDS[value]}</span></label>`).join("")}</div>
		<p class="within"><button></button></p><div class="found" tabindex="0"><p role="status"></p>
		<p role="alert">Not all could be loaded. <button>Try again</button></p>
		<div role="listbox" id="found" aria-label="Results"></div>
		<p class="hint">People, organisations, places, events, documents, and every sentence.
		“Words in quotes” are found as they stand. <small>↑ ↓ to choose, Enter to open, Esc to close</small></p></div>`;
	[field, kinds, status, trouble, list] = all("[role]", dialog);
	const buttons = all("button", dialog);
	chip = buttons[1];
	buttons[0].onclick = () => dialog.close();
	chip.onclick = () => setFilter("");
	buttons[2].onclick = () => search();
	kinds.onchange = event => {
		filter = event.target.value;
		search();
	};
	field.oninput = () => search();
	field.onkeydown = press;
	list.onmousedown = event => { if (!event.button) event.preventDefault(); };
	dialog.onclick = event => {
		if (event.target === dialog || (event.target.closest("a") && !event.ctrlKey && !event.metaKey)) dialog.close();
	};
	dialog.onclose = () => {
		field.value = "";
		setFilter("");
	};
	document.body.append(dialog);
	setFilter("");
}

/// Narrows the search to a kind, or a document: { title, first, end }.
function setFilter(value) {
	filter = value;
	all("input", kinds)[0].checked = true;
	field.focus();
	search();
}

/// Searches for what stands in the field; with `isWanted`, opens what is found first.
async function search(isWanted) {
	const mine = turn += 1, isCurrent = () => mine === turn;
	const next = { ...parse(field.value), names: [], limit: 8, isBusy: true };
	const jobs = [], hasSentences = !filter || filter === "sentence" || filter.title;
	const start = (find, key) => jobs.push(find(next, filter, isCurrent, value => render(results = Object.assign(next, { [key]: value })))
		.catch(() => { if (isCurrent()) trouble.hidden = false; }));
	trouble.hidden = true;
	status.textContent = "";
	chip.textContent = filter.title ? `Only in “${filter.title}” ×` : "";
	if (next.words.length && (!filter || !hasSentences)) start(findNames, "names");
	if (next.words.length && hasSentences) start(findSentences, "sentences");
	for (const job of jobs) {
		await job;
		if (isWanted && isCurrent() && results === next && options.length) return options[0].click();
	}
	next.isBusy = false;
	if (isCurrent()) render(results = next);
}

function render() {
	const { words, names, limit, sentences } = results;
	const groups = [];
	const add = (style, title, details, lines) => groups.push(make("div", style, { role: "group", "aria-label": title },
		make("p", "", {}, title, make("small", "", {}, details)), ...lines));
	const line = (href, ...children) => make("a", "", { role: "option", tabindex: "-1", href: root + href }, ...children);
	const action = (title, onclick) => Object.assign(make("div", "action", { role: "option" }, title), { onclick });
	if (names.length) {
		const lines = names.slice(0, limit).map(({ name, kind, address, count, details }) => line(address,
			make("span", `dot ${kind}`, {}, name), make("small", "", {}, details || kind + (count ? ` · ${counted(count, "mention")}` : ""))));
		if (names.length > limit) lines.push(action("More names", () => render(results.limit += 20)));
		add("names", names[0].best > 3 ? "Similar names" : "Names", "", lines);
	}
	for (let from = 0; from < sentences?.shown; from += 10) {
		const ten = sentences.hits.slice(from, Math.min(from + 10, sentences.shown));
		for (const address of new Set(ten.map(hit => hit.document[1]))) {
			const hits = ten.filter(hit => hit.document[1] === address), [title, , details, first, count] = hits[0].document;
			const lines = hits.map(({ text, fragment }) => line(`${address}#${fragment}`, make("span", "", {}, ...marked(text, words))));
			if (!filter.title && count > 1) lines.push(action("Only in this document", () => setFilter({ title, first, end: first + count })));
			add("said", title, details, lines);
		}
	}
	if (sentences && (!sentences.isDone || sentences.hits.length > sentences.shown)) {
		add("more", "", "", [action("More sentences", () => sentences.more().catch(() => { trouble.hidden = false; }))]);
	}
	list.replaceChildren(...groups);
	options = all("[role=option]", list);
	options.forEach((option, at) => { option.id = `option-${at}`; });
	field.setAttribute("aria-expanded", options.length > 0);
	select(options.find(option => option.href && option.href === active?.href));
	clearTimeout(statusTimer);
	statusTimer = setTimeout(() => { status.textContent = field.value && summary(); }, 400);
}

function summary() {
	const { text, words, names, sentences, phrases, isBusy } = results;
	const parts = names.length ? [counted(names.length, "name")] : [];
	if (sentences?.shown) {
		const { hits, total, isPartial, isDone } = sentences, isLeast = phrases.length ? !isDone : isPartial;
		parts.push((isLeast ? "at least " : "") + counted(phrases.length ? hits.length : total, "sentence"));
	}
	if (parts.length) return parts.join(", ");
	const ignored = words.filter(word => word.isIgnored).map(word => word.text).join(", ");
	return isBusy ? "Searching…" : sentences?.isDone === false ? "Nothing found yet." : `Nothing found for “${text.trim()}”.`
		+ (ignored && ` Too short or too common: ${ignored}.`);
}

function select(option) {
	active?.setAttribute("aria-selected", "false");
	active = option;
	option?.setAttribute("aria-selected", "true");
	option?.scrollIntoView({ block: "nearest" });
	field.setAttribute("aria-activedescendant", option?.id ?? "");
}

function press(event) {
	const count = options.length, at = options.indexOf(active);
	const to = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1 }[event.key];
	if (event.key === "Enter" && !event.isComposing) {
		// What is shown may be older than the field.
		if (results.text !== field.value) search(true);
		else (active ?? options[0])?.click();
	} else if (to !== undefined && count) select(options[(to + count) % count]);
	else return;
	event.preventDefault();
}

on("keydown", event => {
	const { key, target } = event;
	if (key === "Escape") hideCard();
	if (event.ctrlKey || event.metaKey ? key === "k" : key === "/" && !target.closest("input, textarea, select, dialog")) {
		event.preventDefault();
		openSearch();
	}
});
for (const opener of all("[data-search]")) opener.onclick = openSearch;

// Tables that sort

for (const table of all("table[data-sortable]")) {
	const heads = all("thead th", table), [body] = table.tBodies;
	heads.forEach((head, column) => {
		const sorter = make("button", "", { type: "button" }, ...head.childNodes);
		if (sorter.textContent) head.append(sorter);
		sorter.onclick = () => {
			const rows = [...body.rows].map(row => {
				const cell = row.cells[column], value = cell.dataset.value ?? cell.textContent.trim();
				return { row, value, amount: Number(value.replace(/[, %]/g, "")) };
			});
			const isNumeric = rows.every(({ amount }) => !Number.isNaN(amount));
			// Numbers fall at first, words rise.
			const order = head.getAttribute("aria-sort"), falls = order ? order === "ascending" : isNumeric;
			rows.sort((a, b) => !a.value - !b.value || (falls ? -1 : 1)
				* (isNumeric ? a.amount - b.amount : a.value.localeCompare(b.value, page.lang, { numeric: true })));
			body.append(...rows.map(({ row }) => row));
			for (const other of heads) other.removeAttribute("aria-sort");
			head.setAttribute("aria-sort", falls ? "descending" : "ascending");
		};
	});
}

// Lists that show the lines with a field's words

for (const field of all("[data-filter]")) {
	const { filter, filterItems } = field.dataset, [list] = all(filter), [status] = all("[data-filter-status]");
	let items;
	field.oninput = () => {
		items ??= all(filterItems, list).map(item => ({ item, text: fold(item.textContent) }));
		const words = wordsOf(field.value);
		for (const { item, text } of items) item.hidden = !words.every(word => text.includes(word));
		const shown = parent => all(filterItems, parent).filter(item => !item.hidden).length;
		for (const group of all("[data-filter-group]", list)) group.hidden = !shown(group);
		if (status) status.textContent = words.length ? `${shown(list)} of ${items.length} shown` : "";
	};
	if (field.value) field.oninput();
}

// Pictures of ties

for (const picture of all("svg[data-ties]")) {
	const light = ({ type, target }) => {
		const node = /over$|in$/.test(type) && target.closest("[data-node]")?.dataset.node;
		const ties = node ? all(`[data-a="${node}"], [data-b="${node}"]`, picture) : [];
		const ends = new Set([node, ...ties.flatMap(({ dataset }) => [dataset.a, dataset.b])]);
		for (const part of all("[data-a], [data-node]", picture)) {
			part.classList.toggle("on", ties.includes(part) || ends.has(part.dataset.node ?? ""));
		}
		picture.classList.toggle("lit", ties.length > 0);
	};
	for (const type of ["pointerover", "pointerleave", "focusin", "focusout"]) picture.addEventListener(type, light);
}
})();
