// The stopwatch of the bench, the same on every page that it measures.
// `arguments`: selectors of the text area and of what shows its text; without the
// second it is the text area itself, and its `input` event starts the frame.
const [fieldSelector, shownSelector] = arguments;
const field = document.querySelector(fieldSelector);
const times = window.stopwatch = [];
let pressed = null;
field.addEventListener('keydown', event => { pressed = event.timeStamp; }, { capture: true });
const shows = () => {
  if (pressed === null) return;
  const start = pressed;
  pressed = null;
  // The first frame callback runs before the change is painted, the second after.
  requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - start)));
};
if (shownSelector) {
  const shown = document.querySelector(shownSelector);
  new MutationObserver(shows).observe(shown, { childList: true, characterData: true, subtree: true });
} else {
  addEventListener('input', shows);
}
field.focus();
field.setSelectionRange(field.value.length, field.value.length);
