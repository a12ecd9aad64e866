// Notes when the text that a page was opened for can be seen, in milliseconds since navigation.
// The bench puts strings in for the two names in capitals.
addEventListener('DOMContentLoaded', () => {
  let arrived = false;
  const look = () => {
    if (arrived || !document.querySelector(SELECTOR)?.textContent.includes(WORDS)) return;
    arrived = true;
    requestAnimationFrame(() => requestAnimationFrame(() => { window.arrival = performance.now(); }));
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  look();
});
