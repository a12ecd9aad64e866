// Answers each line, `[site, name of the file, its text]` as JSON, with a line: what the site's own
// tool complains about. The arguments are the scripts of zenn-model and of qiita-cli.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [model, cli] = process.argv.slice(2);
const { validateArticle } = createRequire(model)(model);
const qiita = createRequire(cli);
const matter = qiita('gray-matter');
// The one that gray-matter uses.
const yaml = createRequire(qiita.resolve('gray-matter'))('js-yaml');
const { checkFrontmatterType } = qiita('./lib/check-frontmatter-type');
const { FileSystemRepo } = qiita('./lib/file-system-repo');
const { validateItem } = qiita('./lib/validators/item-validator');

// zenn-cli reads the head so that no date becomes an object (`server/lib/articles.ts`).
function zenn(name, text) {
  const engines = { yaml: (head) => yaml.load(head, { schema: yaml.JSON_SCHEMA }) };
  const article = { ...matter(text, { engines }).data, slug: name.replace(/\.md$/, '') };
  return validateArticle(article).map(({ type, isCritical }) => ({ type, error: isCritical ?? false }));
}

// As its `publish` does before it sends anything: the second look is only for heads of the right
// types.
async function qiitaItem(name, text) {
  const root = await mkdtemp(join(tmpdir(), 'oracle-'));
  try {
    await mkdir(join(root, 'public'));
    await writeFile(join(root, 'public', name), text);
    const files = await FileSystemRepo.build({ dataRootDir: root });
    const item = await files.loadItemByBasename(name.replace(/\.md$/, ''));
    if (item === null) return [{ type: 'cannot be read', error: true }];
    const types = checkFrontmatterType(item);
    const told = types.length > 0 ? types : validateItem(item);
    return told.map((type) => ({ type, error: true }));
  } finally {
    await rm(root, { recursive: true });
  }
}

const sites = { zenn, qiita: qiitaItem };

for await (const line of createInterface({ input: process.stdin })) {
  const [site, name, text] = JSON.parse(line);
  // It remembers texts, and of one that it could not read only that it has seen it.
  matter.clearCache();
  let told;
  try {
    told = await sites[site](name, text);
  } catch (fault) {
    told = [{ type: `cannot be read: ${fault.name}`, error: true }];
  }
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
