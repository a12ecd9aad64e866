// The stopwatch of the bench, the same on every page that it measures.
// `arguments`: selectors of the text area and of what shows its text.
const [fieldSelector, shownSelector] = arguments;
const field = document.querySelector(fieldSelector);
const shown = document.querySelector(shownSelector);
const times = window.stopwatch = [];
let pressed = null;
field.addEventListener('keydown', event => { pressed = event.timeStamp; }, { capture: true });
new MutationObserver(() => {
  if (pressed === null) return;
  const start = pressed;
  pressed = null;
  // The first frame callback runs before the change is painted, the second after.
  requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - start)));
}).observe(shown, { childList: true, characterData: true, subtree: true });
field.focus();
field.setSelectionRange(field.value.length, field.value.length);
