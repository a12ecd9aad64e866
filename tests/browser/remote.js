// Steers the page in the frame, where no driver may: asks the test server what to do, does it,
// tells the answer. The server puts page.js in for the one name in capitals.
(async () => {
  const frame = document.querySelector('iframe').contentWindow;
  const heard = [];
  // What page.js calls `document` is that of the frame. The page's policy lets no script into it.
  const eyesOf = frame => { with (frame) return (EYES); };

  const listen = () => {
    if (frame.overheard) return;
    frame.overheard = true;
    frame.addEventListener('error', it => heard.push(`${it.message} (${it.filename}:${it.lineno})`));
    frame.addEventListener('unhandledrejection', it => heard.push(`unhandled: ${it.reason}`));
    frame.document.addEventListener('securitypolicyviolation', it =>
      heard.push(`${it.violatedDirective} forbids ${it.blockedURI} (${it.sourceFile}:${it.lineNumber})`));
    const tell = frame.console.error;
    frame.console.error = (...said) => { heard.push(said.join(' ')); tell.apply(frame.console, said); };
  };

  const hands = {
    click: async target => {
      const { element, why } = eyesOf(frame).control(target);
      if (!element) return { why };
      element.focus();
      // Called from here, the page would take the addresses that it goes to for ones beside this one.
      const click = frame.Function.prototype.bind.call(element.click, element);
      await new Promise(done => {
        element.addEventListener('click', done, { once: true });
        frame.setTimeout(click);
      });
      return { value: true };
    },
    type: text => ({ value: frame.document.execCommand('insertText', false, text) }),
    complaints: () => ({ value: heard.splice(0) }),
  };
  const pause = () => new Promise(done => { setTimeout(done, 10); });
  for (;;) {
    listen();
    const order = await (await fetch('/remote/order', { cache: 'no-store' })).json();
    if (order) {
      let answer;
      try {
        answer = await (hands[order.function] ?? eyesOf(frame)[order.function])(order.argument);
      } catch (error) {
        answer = { why: String(error) };
      }
      const body = JSON.stringify({ number: order.number, answer });
      await fetch('/remote/answer', { method: 'POST', body });
    }
    await pause();
  }
})();
