// Shows the looks that were chosen before anything is drawn: a dark hall sees no white page while
// the program comes. Not a module: the browser waits for it. The program reads and keeps the same
// choices (`ui/prefs.rs`); without localStorage the device decides.

try {
  const prefix = `sankarepo:${location.pathname.replace(/[^/]*$/, "")}#setting/`;
  const root = document.documentElement;
  for (const name of ["theme", "hall", "text-size"]) {
    const chosen = localStorage.getItem(prefix + name);
    if (chosen) root.setAttribute(`data-${name}`, chosen);
  }
  const theme = root.dataset.hall === "on" ? "hall" : root.dataset.theme;
  if (theme && theme !== "system") {
    // Before the style sheets are there the browser paints the window by this, and always its bars
    // by the others.
    document.querySelector("meta[name=color-scheme]").content = theme === "light" ? "light" : "dark";
    for (const bar of document.querySelectorAll("meta[name=theme-color]")) {
      bar.media = bar.dataset.theme === theme ? "all" : "not all";
    }
  }
} catch (why) {
  console.warn(why);
}
