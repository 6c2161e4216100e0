/** The entry: run the program, set the exit code. */

import { runProgram } from './cli/run-program.ts';

void runProgram(process.argv).then((code) => {
  process.exitCode = code;
});
