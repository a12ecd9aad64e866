// What the practice page does; every part is there for one story of the harness.
const at = id => document.getElementById(id);
let count = 0;
at('count').onclick = () => { at('counted').textContent = `${++count} 回`; };
for (const part of document.querySelectorAll('section')) {
  part.querySelector('button').onclick = () => { at('said').textContent = `${part.getAttribute('aria-label')}を消した`; };
}
at('name').value = localStorage.getItem('name') ?? '';
const tell = what => { at('events').append(` ${what}`); };
at('name').addEventListener('input', event => {
  localStorage.setItem('name', at('name').value);
  if (event.inputType === 'insertFromPaste') tell(event.inputType);
});
for (const kind of ['compositionstart', 'compositionend']) at('name').addEventListener(kind, () => tell(kind));
at('name').addEventListener('keydown', event => {
  if (event.key === 'Enter') tell(`Enter:${event.isComposing}:${event.keyCode}`);
});
at('save').onclick = () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([at('name').value], { type: 'text/markdown' }));
  link.download = '参加レポ.md';
  link.click();
};
at('wrong').onclick = () => { throw new Error('間違い'); };
at('reject').onclick = () => { Promise.reject(new Error('お断り')); };
