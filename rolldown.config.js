import { defineConfig } from 'rolldown';

// One entry and a chunk for each lazily loaded command: a command loads only what it needs.
// Small libraries are bundled, which halves the start-up; native, large and rarely used ones stay outside.
export default defineConfig({
  input: { beback: 'src/main.ts' },
  platform: 'node',
  external: ['inquirer', 'iconv-lite', 'imapflow', 'libphonenumber-js/min'],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    cleanDir: true,
  },
});
