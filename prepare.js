// Builds after an install and before packing; npm runs it as the `prepare` script.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { npm_command: command, npm_config_global: global, npm_config_location: location } = process.env;

if (existsSync('node_modules/rolldown')) {
  run('npm run build');
} else if (command === 'pack' || global === 'true' || location === 'global') {
  // a bare clone is packed, or installed globally, without what builds it; the install in here comes back to this file
  run('npm ci --location=project --no-global --include=dev');
}
// else the tools were left out on purpose (--omit=dev, --package-lock-only): what was built before stays

function run(line) {
  execSync(line, { stdio: 'inherit' });
}
