// Answers each line, a text of Markdown as JSON, with a line: the HTML that Zenn makes of it, and the
// headings of its table of contents. The argument is the script of zenn-markdown-html.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [script] = process.argv.slice(2);
const { default: markdownToHtml } = await import(pathToFileURL(script));
const { parseToc } = await import(new URL('utils/index.js', pathToFileURL(script)));

for await (const line of createInterface({ input: process.stdin })) {
  // Without the origin of the frames there are no cards. Nothing is fetched from it.
  const html = await markdownToHtml(JSON.parse(line), { embedOrigin: 'https://embed.zenn.studio' });
  process.stdout.write(`${JSON.stringify([html, parseToc(html)])}\n`);
}
