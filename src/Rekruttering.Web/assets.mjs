// Brings what the pages need from npm into wwwroot/lib: `npm ci`, then a copy of the few files that are served; and puts Styles/ together.
// One at a time: test projects that are built side by side all reach this, and two `npm ci` in one folder destroy each other's work.
import { execSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const lib = join(here, 'wwwroot', 'lib');
const installed = join(modules, '.installed-lock.json');
const served = {
  '@digdir/designsystemet-css/dist/src/index.css': 'designsystemet.css',
  '@digdir/designsystemet-css/dist/theme/designsystemet.css': 'theme.css',
  '@digdir/designsystemet-web/dist/umd/index.js': 'designsystemet.js',
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2': 'inter-latin.woff2',
  '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2': 'inter-latin-ext.woff2',
};

// Our own style sheet, an area a file, in the order in which one rule may outdo another.
const styles = ['page', 'frame', 'student', 'parts', 'overview', 'register', 'card', 'import', 'jobs', 'charts', 'phones', 'duplicates', 'motion', 'mail'];

const lockFile = join(here, 'package-lock.json');
const wanted = () => readFileSync(lockFile, 'utf8');
const isInstalled = () => existsSync(installed) && readFileSync(installed, 'utf8') === wanted();

async function alone(work) {
  const taken = join(here, 'obj', 'assets.lock');
  mkdirSync(dirname(taken), { recursive: true });
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(taken);
      break;
    } catch {
      // A build that was killed leaves its lock behind; no install takes five minutes.
      const age = existsSync(taken) ? Date.now() - statSync(taken).mtimeMs : 0;
      if (age > 300_000) rmSync(taken, { recursive: true, force: true });
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
  try {
    work();
  } finally {
    rmdirSync(taken);
  }
}

await alone(() => {
  if (!isInstalled()) {
    execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(installed, wanted());
  }

  mkdirSync(lib, { recursive: true });
  for (const [from, to] of Object.entries(served)) {
    const source = join(modules, from);
    const target = join(lib, to);
    if (to.endsWith('.js')) {
      // The source map is five times the script and is not served: its address would be a 404 in every console.
      writeFileSync(target, readFileSync(source, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
    } else {
      cpSync(source, target);
    }
  }

  const forgotten = readdirSync(join(here, 'Styles')).filter(name => !styles.includes(name.replace(/\.css$/, '')));
  if (forgotten.length > 0) throw new Error(`Say in assets.mjs where ${forgotten.join(', ')} stands among the styles.`);
  writeFileSync(join(lib, 'app.css'), styles.map(name => readFileSync(join(here, 'Styles', `${name}.css`), 'utf8')).join('\n'));

  // Newer than their sources, all of them: this is how the build sees that there is nothing to do.
  const now = new Date();
  for (const made of [...[...Object.values(served), 'app.css'].map(name => join(lib, name)), installed]) utimesSync(made, now, now);
});
