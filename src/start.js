// Loads the page. If it cannot start, or stops, the notes stand here as text and can be saved.
//
// A file of its own, because the page's policy allows no inline script; without a framework,
// because it is what is left when everything else fails. The names of the two files that it loads
// change with every build, so the build writes them beside this script.
//
// What it knows of the stored form (src/store/record.rs): entries are lines of JSON with `kind`,
// `id`, `seen`, `text`; a line that has seen another takes its place.

const prefix = `sankarepo:${location.pathname.replace(/[^/]*$/, "")}#`;
const PATIENCE_MS = 3000;

const WORDS = {
  ja: {
    broken: "参加レポを開けませんでした",
    stopped: "参加レポが止まりました",
    kept: "メモはこの端末に残っています。もう一度読み込んでください。直らないときは、下の文章を保存しておけます。",
    none: "この端末にメモは見つかりませんでした。",
    reload: "もう一度読み込む",
    save: "文章を保存",
    notes: "メモの文章",
  },
  en: {
    broken: "Sankarepo could not be opened",
    stopped: "Sankarepo has stopped",
    kept: "Your notes are still on this device. Load the page again; if that does not help, you can save the text below.",
    none: "No notes were found on this device.",
    reload: "Load again",
    save: "Save the text",
    notes: "The text of your notes",
  },
};

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
addEventListener("error", event => stopped(event.error));
addEventListener("unhandledrejection", event => stopped(event.reason));
try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
  document.getElementById("loading")?.remove();
  keepPage();
} catch (why) {
  console.warn(why);
  await show("broken");
}

/** From the next visit on the page opens with the network off. */
async function keepPage() {
  const url = new URL("worker.js", document.baseURI).href;
  try {
    // The one policy that the page may have: nobody else can make another.
    const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => url });
    await navigator.serviceWorker?.register(policy?.createScriptURL("") ?? url);
  } catch (why) {
    // Some browsers keep nothing: in private windows, or with site data denied.
    console.warn(why);
  }
}

/** A trap of the program is its end: whatever is typed after it goes nowhere. */
function stopped(why) {
  if (globalThis.WebAssembly && why instanceof WebAssembly.RuntimeError) show("stopped");
}

async function show(what) {
  if (document.querySelector(".rescue")) return;
  const area = document.querySelector("textarea[data-section]");
  const typed = area && { id: area.dataset.section, text: area.value };
  const whole = document.querySelector("textarea[data-whole]")?.value ?? "";
  const language = setting("language") ?? navigator.language;
  const t = WORDS[language.startsWith("ja") ? "ja" : "en"];
  document.documentElement.lang = t === WORDS.ja ? "ja" : "en";
  const main = element("main", { className: "rescue" });
  const title = element("h1", { textContent: t[what], tabIndex: -1 });
  const actions = element("div", { className: "rescue-actions" });
  main.append(title, actions);
  actions.append(
    element("button", { className: "button primary", textContent: t.reload, onclick: () => location.reload() }),
  );
  // Before anything is read: nobody types on into a page that keeps nothing.
  document.body.replaceChildren(main);
  title.focus();

  const records = newest([...drafts(), ...await archive()]);
  if (typed) keep(typed, records);
  const known = asText(records);
  // The last of the whole text may be in no section yet.
  const text = known.includes(whole) ? known : `${whole}\n\n${known}`;
  title.after(element("p", { textContent: text ? t.kept : t.none, role: "status" }));
  if (!text) return;
  actions.append(
    element("button", { className: "button", textContent: t.save, onclick: () => save(text) }),
  );
  main.append(
    element("textarea", { className: "rescue-text", readOnly: true, value: text, ariaLabel: t.notes }),
  );
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function setting(name) {
  try {
    const value = localStorage.getItem(`${prefix}setting/${name}`);
    return value === "system" ? null : value;
  } catch {
    return null;
  }
}

/** The entries of localStorage, which may be denied. */
function drafts() {
  try {
    const keys = Object.keys(localStorage).filter(key => key.startsWith(prefix));
    return keys.filter(key => !key.startsWith(`${prefix}setting/`)).map(key => localStorage[key]);
  } catch {
    return [];
  }
}

/** The entries of IndexedDB, which may be missing, or never answer. */
function archive() {
  return new Promise(resolve => {
    const nothing = () => resolve([]);
    setTimeout(nothing, PATIENCE_MS);
    try {
      const opening = indexedDB.open(prefix);
      // There was no database: do not make one.
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onerror = nothing;
      opening.onsuccess = () => {
        const reading = opening.result.transaction("records").objectStore("records").getAll();
        reading.onsuccess = () => resolve(reading.result);
        // One that stays open would keep another tab from deleting what is in it.
        opening.result.close();
        reading.onerror = nothing;
      };
    } catch {
      nothing();
    }
  });
}

/** The records that no other one has seen, each once. */
function newest(entries) {
  const all = new Map();
  for (const line of entries.flatMap(entry => String(entry).split("\n"))) {
    try {
      const record = JSON.parse(line);
      if (record.kind && record.seen) all.set(line, record);
    } catch {
      // Damaged lines stay where they are.
    }
  }
  const records = [...all.values()];
  const covers = (one, other) =>
    one.kind === other.kind && one.id === other.id &&
    Object.entries(other.seen).every(([writer, count]) => (one.seen[writer] ?? 0) >= count);
  return records.filter(record =>
    !records.some(other => covers(other, record) && !covers(record, other)));
}

/** What stands in the open text area and had not been kept when the program stopped. */
function keep({ id, text }, records) {
  const known = records.find(record => record.kind === "section" && record.id === id);
  if (!known) return;
  // An area has line feeds only, and none at its end that nobody has typed.
  const shown = known.text.replace(/\r\n?/g, "\n");
  if (shown.startsWith(text) && /^\n*$/.test(shown.slice(text.length))) return;
  const end = known.text.match(/\r\n?|\n/)?.[0] ?? "\n";
  const writer = `rescue${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  known.text = (text + shown.match(/\n*$/)[0]).replaceAll("\n", end);
  known.seen = { ...known.seen, [writer]: 1 };
  try {
    localStorage.setItem(`${prefix}section/${id}/${writer}`, JSON.stringify(known));
  } catch {
    // It is in the text that can be saved.
  }
}

/** Every event with its sections, in their order. */
function asText(records) {
  const there = kind => records.filter(record => record.kind === kind && !record.gone);
  const order = section => `${section.place} ${section.id}`;
  const sections = there("section").sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const names = new Map(there("event").map(event => [event.id, event.name]));
  const events = new Set([...names.keys(), ...sections.map(section => section.event)]);
  const texts = [...events].map(event => {
    const own = sections.filter(section => section.event === event).map(section => section.text);
    return `# ${names.get(event) ?? event}\n\n${own.join("\n")}`;
  });
  return texts.join("\n\n");
}

function save(text) {
  const link = element("a", {
    download: "sankarepo.md",
    href: URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" })),
  });
  link.click();
}
