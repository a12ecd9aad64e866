// The eyes of the harness: finds what a person finds, by role and name.
// Evaluated as one expression for every call; keeps nothing in the page.
(() => {
  const FIELDS = 'input:not([type=button],[type=submit],[type=checkbox],[type=radio],[type=file],[type=hidden]),'
    + 'textarea,select,[role=textbox],[role=combobox],[contenteditable=true]';
  const CONTROLS = 'button,a[href],summary,input[type=button],input[type=submit],input[type=checkbox],'
    + 'input[type=radio],option,[role=button],[role=link],[role=tab],[role=checkbox],[role=switch],'
    + '[role=radio],[role=menuitem],[role=option]';
  const GROUPS = 'section,article,li,fieldset,dialog,nav,main,aside,form,tr,'
    + '[role=group],[role=region],[role=listitem],[role=article],[role=dialog],[role=tabpanel]';

  const squeeze = text => text.replace(/\s+/g, ' ').trim();

  // Accessible name and description computation 1.2, the parts that the page uses.
  const text = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === 'true' || node.hidden) return '';
    if (node.getAttribute('aria-label')) return ` ${node.getAttribute('aria-label')} `;
    if (node.alt) return ` ${node.alt} `;
    return [...node.childNodes].map(text).join('');
  };
  const named = el => {
    const ids = el.getAttribute('aria-labelledby');
    if (ids) return squeeze(ids.split(/\s+/).map(id => text(document.getElementById(id) ?? new Text())).join(' '));
    if (el.getAttribute('aria-label')) return squeeze(el.getAttribute('aria-label'));
    if (el.labels?.length) return squeeze([...el.labels].map(text).join(' '));
    if (el.matches('input[type=button],input[type=submit]')) return squeeze(el.value);
    if (el.matches(GROUPS)) return squeeze(text(el.querySelector('h1,h2,h3,h4,h5,h6,legend') ?? new Text()));
    const own = el.matches(FIELDS) ? '' : squeeze(text(el));
    return own || squeeze(el.placeholder ?? '') || squeeze(el.title ?? '');
  };

  const shown = el => {
    const style = getComputedStyle(el);
    // What is folded away has boxes, too.
    return el.getClientRects().length > 0 && style.visibility !== 'hidden' && el.checkVisibility();
  };

  // What the eye reads: not what is one pixel wide, for screen readers alone.
  const visible = () => squeeze([...document.body?.children ?? []]
    .filter(el => shown(el) && el.clientWidth !== 1)
    .map(el => el.innerText)
    .join(' '));

  const list = names => [...new Set(names)].filter(Boolean).map(name => `“${name}”`).join(' ');

  // One shown element of the kind, with the name, or a sentence that says why not.
  const one = (selector, name, root) => {
    const all = [...root.querySelectorAll(selector)].filter(shown);
    const hits = all.filter(el => named(el) === name);
    if (hits.length === 1) return { element: hits[0] };
    if (hits.length > 1) return { why: `${hits.length} things are called “${name}”` };
    return { why: `nothing is called “${name}”; there is ${list(all.map(named)) || 'nothing at all'}` };
  };
  const find = (selector, { name, scope }) => {
    if (scope == null) return one(selector, name, document);
    const groups = [...document.querySelectorAll(GROUPS)].filter(el => shown(el) && named(el) === scope);
    if (groups.length === 0) return { why: `no part of the page is called “${scope}”` };
    return groups.length > 1
      ? { why: `${groups.length} parts of the page are called “${scope}”` }
      : one(selector, name, groups[0]);
  };

  // The innermost of these that says just this and is nothing to press, such as a paragraph.
  const SAYING = 'p,li,h1,h2,h3,h4,h5,h6,td,th,code,blockquote';
  const saying = ({ name, scope }) => {
    const hits = [...document.querySelectorAll(SAYING)].filter(el => shown(el) && squeeze(text(el)) === name
      && !el.closest('nav') && (scope == null || named(el.closest(GROUPS)) === scope));
    const innermost = hits.filter(el => !hits.some(other => other !== el && el.contains(other)));
    if (innermost.length === 1) return { element: innermost[0] };
    return { why: `${innermost.length} things say just “${name}”` };
  };

  const reachable = el => {
    if (el.disabled || el.ariaDisabled === 'true') return 'it is disabled';
    el.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = el.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const within = top && (el.contains(top) || top.contains(el) || [...el.labels ?? []].some(l => l.contains(top)));
    return within ? null : `${top ? `<${top.localName} class="${top.className}">` : 'the window’s edge'} lies over it`;
  };

  // Whether a thing stays where it is for a frame: a pointer hits the place where it was seen.
  const rests = async el => {
    const { x, y, width, height } = el.getBoundingClientRect();
    if (!document.hidden) await new Promise(requestAnimationFrame);
    const now = el.getBoundingClientRect();
    return now.x === x && now.y === y && now.width === width && now.height === height;
  };

  const eyes = {
    // A control that a pointer can be sent to.
    aim: async target => {
      const found = eyes.control(target);
      return found.element && !await rests(found.element) ? { why: `“${target.name}” moves` } : found;
    },
    control: target => {
      const found = target.words ? saying(target) : find(`${CONTROLS},${FIELDS}`, target);
      const why = found.element && reachable(found.element);
      return why ? { why: `“${target.name}”: ${why}` } : found;
    },
    // What a pointer can rest on: a field, or a part of the page.
    place: target => {
      const field = find(FIELDS, target);
      return field.element ? field : one(GROUPS, target.name, document);
    },
    // Puts the caret after the last character of a field.
    caret: target => {
      const found = find(FIELDS, target);
      const why = found.element && reachable(found.element);
      if (!found.element || why) return { why: why ? `“${target.name}”: ${why}` : found.why };
      found.element.focus();
      const end = found.element.value?.length;
      if (found.element.selectionEnd != null) found.element.setSelectionRange(end, end);
      return { value: true };
    },
    value: target => {
      const found = find(`${FIELDS},input`, target);
      if (!found.element) return found;
      const el = found.element;
      return { value: el.value ?? el.textContent };
    },
    // Chooses from a list. What the browser opens for it is no part of the page.
    choose: ({ name, value }) => {
      const found = find('select', { name });
      if (!found.element) return found;
      const option = [...found.element.options].find(it => squeeze(it.textContent) === value);
      if (!option) return { why: `“${name}” has no “${value}”` };
      found.element.focus();
      option.selected = true;
      found.element.dispatchEvent(new Event('change', { bubbles: true }));
      return { value: true };
    },
    sees: wanted => {
      const all = visible();
      return all.includes(squeeze(wanted)) ? { value: true } : { why: `the page does not say “${wanted}”` };
    },
    misses: unwanted => {
      const all = visible();
      return all.includes(squeeze(unwanted)) ? { why: `the page says “${unwanted}”` } : { value: true };
    },
    text: selector => {
      const all = [...document.querySelectorAll(selector)];
      return all.length === 1
        ? { value: all[0].innerText }
        : { why: `${all.length} elements match ${selector}` };
    },
    // Whether the caret stands in a field.
    writing: () => document.activeElement?.matches(FIELDS) ? { value: true } : { why: 'the caret stands in no field' },
    // Whether the service worker has the page.
    kept: () => navigator.serviceWorker?.controller ? { value: true } : { why: 'the page is not kept' },
    exists: selector => document.querySelector(selector) ? { value: true } : { why: `nothing matches ${selector}` },
    state: () => ({
      value: {
        text: document.querySelector('textarea')?.value,
        sign: document.querySelector('.safety')?.dataset.safety,
      },
    }),
    everything: () => ({ value: document.body?.innerText ?? '' }),

    // A composition as browsers record it, for engines whose driver has no input method.
    compose: ({ steps, safari }) => {
      const el = document.activeElement;
      const start = el.selectionStart;
      let end = el.selectionEnd;
      const fire = (Kind, type, init) => {
        const event = new Kind(type, { bubbles: true, cancelable: true, composed: true, ...init });
        for (const legacy of ['keyCode', 'which']) {
          if (legacy in init) Object.defineProperty(event, legacy, { value: init[legacy] });
        }
        return el.dispatchEvent(event);
      };
      const press = (key, isComposing) => {
        const init = { key, code: key === 'Enter' ? 'Enter' : 'KeyN', keyCode: 229, which: 229, isComposing };
        fire(KeyboardEvent, 'keydown', init);
        return () => fire(KeyboardEvent, 'keyup', { ...init, keyCode: key === 'Enter' ? 13 : 78 });
      };
      const write = data => {
        const init = { data, inputType: 'insertCompositionText', isComposing: true };
        fire(InputEvent, 'beforeinput', init);
        fire(CompositionEvent, 'compositionupdate', { data });
        el.setRangeText(data, start, end, 'end');
        end = start + data.length;
        fire(InputEvent, 'input', init);
      };
      steps.forEach((step, i) => {
        const release = press('Process', i > 0);
        if (i === 0) fire(CompositionEvent, 'compositionstart', { data: '' });
        write(step);
        release();
      });
      const data = steps.at(-1);
      if (safari) {
        write(data);
        fire(CompositionEvent, 'compositionend', { data });
        press('Enter', false)();
      } else {
        const release = press('Enter', true);
        write(data);
        fire(CompositionEvent, 'compositionend', { data });
        release();
      }
      return { value: true };
    },

    // Hands a file to the page: into a file field, by a drop in the middle, or from the clipboard.
    // No driver can drag a file into the window or copy one.
    hand: ({ way, button, name, bytes, text }) => {
      const data = new DataTransfer();
      if (text == null) data.items.add(new File([new Uint8Array(bytes)], name));
      else data.setData('text/plain', text);
      const all = { bubbles: true, cancelable: true, composed: true };
      if (way === 'pick') {
        const found = one('input[type=file]', button, document);
        if (!found.element) return found;
        found.element.files = data.files;
        found.element.dispatchEvent(new Event('change', all));
      } else if (way === 'drop') {
        const fire = type => {
          const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
          return middle.dispatchEvent(new DragEvent(type, { ...all, dataTransfer: data }));
        };
        fire('dragenter');
        if (fire('dragover')) return { why: 'nothing takes a file here' };
        fire('drop');
      } else {
        // Firefox leaves out the files of what its constructor is given.
        const event = new ClipboardEvent('paste', all);
        Object.defineProperty(event, 'clipboardData', { value: data });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }
      return { value: true };
    },

    // Puts text on the clipboard through the page's own copy event: the person
    // copied it elsewhere. The real Ctrl+C that follows fires this listener.
    clipboard: ({ text, html }) => {
      addEventListener('copy', event => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData.setData('text/plain', text);
        if (html) event.clipboardData.setData('text/html', html);
      }, { capture: true, once: true });
      return { value: true };
    },
  };
  return eyes;
})()
