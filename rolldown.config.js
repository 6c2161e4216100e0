import { defineConfig } from 'rolldown';

const common = {
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
  },
};

/** What every command loads stands together, so that it is read at once, and what some share; the rest is a command's own. */
const CHUNKS = [
  { name: 'core', tags: ['$initial'] },
  { name: 'help', test: /[\\/]src[\\/]cli[\\/]help[\\/]/ },
  { name: 'common', minShareCount: 16 },
  { name: 'shared', minShareCount: 6 },
  { name: 'some', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
];

/** Parts of Node that cost milliseconds to load: a command that never calls them does without. */
const HEAVY = ['node:child_process', 'node:crypto', 'node:tty', 'node:v8'];

const heavyWhenCalled = {
  name: 'heavy-when-called',
  resolveId: (id) => (HEAVY.includes(id) ? `\0when-called:${id}` : null),
  load(id) {
    if (!id.startsWith('\0when-called:')) return null;
    const name = id.slice('\0when-called:'.length);
    const parts = Object.keys(process.getBuiltinModule(name)).map(
      (part) => `get ${part}() { return process.getBuiltinModule('${name}').${part}; }`,
    );
    return { code: `module.exports = { ${parts.join(', ')} };`, moduleType: 'js' };
  },
};

/** Chalk asks the terminal for its colours as it is loaded; ours are asked for by the settings and the flags. */
const coloursAsTold = {
  name: 'colours-as-told',
  resolveId: (id) => (id === '#supports-color' ? '\0no-colours' : null),
  load: (id) => (id === '\0no-colours' ? 'export default { stdout: false, stderr: false };' : null),
};

/** Node reads a file of nothing but ASCII several times as fast as one with a dash in it. */
const inAscii = {
  name: 'in-ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') file.code = file.code.replaceAll(/[\u0080-\uffff]/g, escaped);
  },
};

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

export default defineConfig([
  // One entry, and chunks loaded with the command that needs them. Small libraries are bundled, which halves the
  // start-up; native, large and rarely used ones stay outside.
  {
    ...common,
    input: { beback: 'src/main.ts' },
    preserveEntrySignatures: false,
    external: ['iconv-lite', 'imapflow', 'libphonenumber-js/min'],
    plugins: [heavyWhenCalled, coloursAsTold, inAscii],
    output: {
      ...common.output,
      cleanDir: true,
      // code that was kept has no way to Node's `import()`
      dynamicImportInCjs: false,
      comments: false,
      // lines stay, so that a stack trace finds its way back
      minify: { compress: true, mangle: true, codegen: { removeWhitespace: false } },
      sourcemap: true,
      sourcemapExcludeSources: true,
      // a module runs when it is first asked for, not with its chunk
      strictExecutionOrder: true,
      codeSplitting: { includeDependenciesRecursively: false, groups: CHUNKS },
    },
  },
  // The holidays of the world, asked for where a region stands in the settings: their library weighs 30 MB, what is needed of it one.
  {
    ...common,
    input: { 'date-holidays': 'date-holidays' },
    plugins: [inAscii],
    output: { ...common.output, exports: 'default', minify: true },
  },
]);
