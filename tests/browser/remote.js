// Steers the page from inside, where no driver may: asks the test server what to
// do, does it, tells the answer. The server puts page.js in for the one free name.
(async () => {
  const eyes = EYES;
  const heard = [];
  addEventListener('error', it => heard.push(`${it.message} (${it.filename}:${it.lineno})`));
  addEventListener('unhandledrejection', it => heard.push(`unhandled: ${it.reason}`));
  document.addEventListener('securitypolicyviolation', it =>
    heard.push(`${it.violatedDirective} forbids ${it.blockedURI} (${it.sourceFile}:${it.lineNumber})`));
  const tell = console.error;
  console.error = (...said) => { heard.push(said.join(' ')); tell.apply(console, said); };

  const hands = {
    ...eyes,
    click: target => {
      const found = eyes.control(target);
      if (!found.element) return found;
      found.element.focus();
      found.element.click();
      return { value: true };
    },
    type: text => ({ value: document.execCommand('insertText', false, text) }),
    complaints: () => ({ value: heard.splice(0) }),
  };
  const pause = () => new Promise(done => { setTimeout(done, 10); });
  for (;;) {
    const order = await (await fetch('/remote/order', { cache: 'no-store' })).json();
    if (order) {
      let answer;
      try {
        answer = hands[order.function](order.argument);
      } catch (error) {
        answer = { why: String(error) };
      }
      const body = JSON.stringify({ number: order.number, answer });
      await fetch('/remote/answer', { method: 'POST', body });
    }
    await pause();
  }
})();
