/** Who is credited with a sale, however many people one cell names. */

import { expect, test } from 'vitest';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';

test.each<[string, string, string[]]>([
  ['Salesperson', 'Dana Reyes', ['Dana Reyes']],
  ['Salesperson', '"Reyes, Dana; Voss, Kat"', ['Dana Reyes', 'Kat Voss']],
  ['Salesperson', 'Dana/House', ['Dana']],
  ['Salesperson', 'N/A', []],
  ['Salesperson', 'n/a', []],
  ['Salesperson', '*', []],
  // without a name the number stands for it
  ['Salesperson', '412', ['412 412']],
  ['Salesperson', '412/388', ['412 412', '388 388']],
  ['Salesperson', 'Team 2/3', ['Team 2/3']],
  ['Salesperson', '"REYES, DANA - 412"', ['412 Dana Reyes']],
  ['Salesperson', '"412 REYES, DANA"', ['412 Dana Reyes']],
  ['Salesperson', 'Dana Reyes (412) / Kat Voss (388)', ['412 Dana Reyes', '388 Kat Voss']],
  ['Salesperson', '"Dana Reyes (50%), Kat Voss (50%)"', ['Dana Reyes 0.5', 'Kat Voss 0.5']],
  ['Salesperson', 'Sam Ode 50/Dana Reyes 50', ['Sam Ode 0.5', 'Dana Reyes 0.5']],
  ['Salesperson', 'Sam Ode 100', ['Sam Ode 100']],
  ['Salesperson', 'Sam Ode 41/Dana Reyes 42', ['Sam Ode 41/Dana Reyes 42']],
  ['Salesperson', '60% Reyes / 40% Voss', ['Reyes 0.6', 'Voss 0.4']],
  ['Sales Number,Sales People', '412,"Reyes, Dana; Voss, Katarina"', ['412 Dana Reyes', 'Katarina Voss']],
  [
    'Sales Number,Sales People,Sales Number 2',
    '412,"Reyes, Dana; Voss, Katarina",388',
    ['412 Dana Reyes', '388 Katarina Voss'],
  ],
  ['Sales Number,Sales People', '412/388,Dana Reyes / Kat Voss', ['412 Dana Reyes', '388 Kat Voss']],
  ['Salesperson 1,Salesperson 2', 'Dana Reyes,N/A', ['Dana Reyes']],
])('%s = %s credits %j', async (header, cells, people) => {
  const db = freshStore();
  await importLines(db, [
    `Deal #,Sold Date,Customer Name,VIN,${header}`,
    `1,3/16/2026,Ann Lee,1HGCM82633A004352,${cells}`,
  ]);
  const [sale] = [...exportSales(db)];
  expect(
    sale?.salespeople.map(({ code, name, share }) =>
      [code, name, share].filter((part) => part !== null).join(' '),
    ),
  ).toEqual(people);
});

test.each<[string, string, string[]]>([
  ['Dana Reyes', 'Dana Reyes, Sam Ode', ['Dana Reyes', 'Sam Ode']],
  ['412 - SAM ODE', 'Dana Reyes, Sam Ode', ['Dana Reyes', 'Sam Ode']],
  ['Kat Voss', 'Garcia Lopez, Maria Elena', ['Maria Elena Garcia Lopez']],
  ['Maria Elena', 'De La Cruz, Maria Elena', ['Maria Elena De La Cruz']],
  ['Mary Ann', 'Van Dyke, Mary Ann', ['Mary Ann Van Dyke']],
  ['Mary Ann', 'Reyes Jr, Mary Ann', ['Mary Ann Reyes Jr']],
  ['Dana Reyes', 'Reyes, Dana', ['Dana Reyes']],
])('where %s sells alone, "%s" credits %j', async (alone, together, people) => {
  const db = freshStore();
  await importLines(db, [
    'Deal #|Sold Date|Customer Name|VIN|Salesperson',
    `1|3/16/2026|Ann Lee|1HGCM82633A004352|${together}`,
    `2|3/17/2026|Marcus Bell|1HGCY1F34TA030101|${alone}`,
  ]);
  const [sale] = [...exportSales(db)];
  expect(sale?.salespeople.map(({ name }) => name)).toEqual(people);
});
