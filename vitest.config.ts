/** How the tests run: they start the program itself, so a test may take long on a small or busy machine. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['test/plain-environment.ts'],
  },
});
