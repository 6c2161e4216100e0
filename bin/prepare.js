// Builds after an install and before packing; npm runs it as the `prepare` script.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');

const { npm_command: command, npm_config_global: global, npm_config_location: location } = process.env;
const [major, minor] = process.versions.node.split('.').map(Number);

if (major === 20 && minor < 19) {
  // npm leaves out the native part of rolldown there
  process.stderr.write(
    `beback: building needs Node 20.19 or newer, this is ${process.versions.node}\ntry: install the packed beback-VERSION.tgz, which runs from 20.17 on\n`,
  );
  process.exitCode = 1;
} else if (existsSync('node_modules/rolldown')) {
  run('npm run build');
} else if (command === 'pack' || global === 'true' || location === 'global') {
  // a bare clone is packed, or installed globally, without what builds it; the install in here comes back to this file
  run('npm ci --location=project --no-global --include=dev');
}
// else the tools were left out on purpose (--omit=dev, --package-lock-only): what was built before stays

// what went wrong is said on stderr; the list of what was built helps nobody
function run(line) {
  const { status } = spawnSync(line, { shell: true, stdio: ['inherit', 'ignore', 'inherit'] });
  process.exitCode = status ?? 1;
}
