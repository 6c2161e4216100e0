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

export default defineConfig([
  // One entry and a chunk for each lazily loaded command: a command loads only what it needs.
  // Small libraries are bundled, which halves the start-up; native, large and rarely used ones stay outside.
  {
    ...common,
    input: { beback: 'src/main.ts' },
    external: ['inquirer', 'iconv-lite', 'libphonenumber-js/min'],
    output: { ...common.output, cleanDir: true },
  },
  // The holidays of the world, asked for where a region stands in the settings: their library weighs 30 MB, what is needed of it one.
  {
    ...common,
    input: { 'date-holidays': 'date-holidays' },
    output: { ...common.output, exports: 'default', minify: true },
  },
]);
