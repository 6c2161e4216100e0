import { describe, expect, test } from 'vitest';
import { fillScript, scriptProblem } from '../../src/touches/script.ts';

describe('a script line', () => {
  test.each([
    ['Hi {{first_name}}, year {{ number }} with your {{vehicle}}', null],
    ['no placeholder at all', null],
    ['Hi {{name}}', 'there is no placeholder {{name}}'],
    ['Hi {{}}', 'there is no placeholder {{}}'],
    ['Hi {{first_name', 'a placeholder is not closed: write {{first_name}}'],
    [
      'Hi {{{first_name}}}',
      'only plain placeholders such as {{first_name}} are understood, not "&first_name"',
    ],
    ['{{#year}}x{{/year}}', 'only plain placeholders such as {{first_name}} are understood, not "#year"'],
    ['{{> year}}', 'only plain placeholders such as {{first_name}} are understood, not ">year"'],
    ['{{! year}}', 'only plain placeholders such as {{first_name}} are understood, not "!year"'],
  ])('%s', (text, problem) => {
    expect(scriptProblem(text)).toBe(problem);
  });
});

test('a script is filled in as plain text, with nothing escaped', () => {
  const script = { opener: 'Hi {{first_name}}, year {{number}}!', question: null, value: '{{customer}} <3' };
  expect(fillScript(script, { first_name: 'D\'Arcy & "Co"', number: 0, customer: '<b>' })).toEqual({
    opener: 'Hi D\'Arcy & "Co", year 0!',
    question: null,
    value: '<b> <3',
  });
});

test('what is not known is a plain word or a blank, never a guess', () => {
  const script = {
    opener: 'Hi {{first_name}}, {{salesperson}} here',
    question: 'your {{vehicle}}, your {{model}}',
    value: 'on {{lease_end_on}}',
  };
  expect(fillScript(script, { vehicle: null })).toEqual({
    opener: 'Hi there, ____ here',
    question: 'your car, your car',
    value: 'on ____',
  });
});
