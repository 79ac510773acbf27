import type { Action, Column, Parameter, Property } from '../api/types';
import { chosen, spoken } from '../shell/words';

// What a person typed into a form, and what an action takes.

export type Kind = 'columns' | 'column' | 'choice' | 'yes_no' | 'number' | 'numbers' | 'bands' | 'any' | 'text';
export type Typed = string | boolean | string[];

const types = (property: Property) => (Array.isArray(property.type) ? property.type : [property.type]);

export function kindOf(parameter: Parameter, property: Property): Kind {
  const takes = types(property);
  if (parameter.names === 'column' || parameter.names === 'number_column') return takes.includes('array') ? 'columns' : 'column';
  if (property.enum) return 'choice';
  if (takes.includes('boolean')) return 'yes_no';
  if (takes.includes('object')) return 'bands';
  if (takes.includes('array') && !takes.includes('string')) return 'numbers';
  if (takes.includes('string') && takes.includes('number')) return 'any';
  return takes.includes('number') || takes.includes('integer') ? 'number' : 'text';
}

export const isWhole = (property: Property) => types(property).includes('integer');
export const takesList = (property: Property) => types(property).includes('array');

/** What stands in a field at first. */
export function initial(kind: Kind, property: Property): Typed {
  const value = property.default;
  if (kind === 'columns') return Array.isArray(value) ? value.map(String) : [];
  if (kind === 'yes_no') return value === true;
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

const asNumber = (text: string): number | string => (/^[-+]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : text.trim());

const listed = (typed: string) => typed.split(/[;\s]+/).filter(Boolean);
const lines = (typed: string) => typed.split(/[\n;]+/).map((line) => line.trim()).filter(Boolean);

/** 'A: 90', 'A = 90' or 'A 90' as a name and a number. */
function band(line: string): [string, number] | null {
  const found = line.match(/^(.*?)\s*[:=\s]\s*([-+]?\d+(?:[.,]\d+)?)\s*%?$/);
  return found?.[1] ? [found[1], Number(found[2]!.replace(',', '.'))] : null;
}

/** What cannot be meant, by parameter, in words for the field; what else is wrong the host says. */
export function faultsOf(action: Action, typed: Record<string, Typed>): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const parameter of action.parameters) {
    const value = typed[parameter.name];
    const kind = kindOf(parameter, action.schema.properties[parameter.name]!);
    if (kind === 'columns' && parameter.required && Array.isArray(value) && value.length === 0) faults[parameter.name] = 'Choose at least one column.';
    if (typeof value !== 'string') continue;
    const wrong = kind === 'bands' ? lines(value).find((line) => !band(line)) : kind === 'numbers' ? listed(value).find((text) => typeof asNumber(text) === 'string') : undefined;
    if (wrong !== undefined) faults[parameter.name] = kind === 'bands' ? `‘${wrong}’ is no name with a number. Write one a line, such as A: 90.` : `‘${wrong}’ is no number. Write numbers with spaces between, such as 40 60.`;
  }
  return faults;
}

/** What the host says of a step, in the words of the form. */
export const saidOf = (message: string, action: Action) =>
  action.parameters.reduce((text, { name }) => text.replaceAll(`'${name}'`, `‘${spoken(name)}’`), message.replaceAll(`The parameter '`, `'`).replaceAll(` of '${action.name}'`, ''));

/** The help of a parameter, in the words of the form. */
export function helpOf(action: Action, parameter: Parameter): string {
  const choices = Object.values(action.schema.properties).flatMap((property) => property.enum ?? []);
  const plain = parameter.help.replace(/\{(.*?)\}/g, (_, pairs: string) => pairs.replaceAll('"', ''));
  const named = choices.reduce((text, choice) => text.replaceAll(`'${choice}'`, `‘${chosen(choice)}’`), plain);
  return action.parameters.reduce((text, { name }) => text.replaceAll(`'${name}'`, `‘${spoken(name)}’`), named);
}

function valueOf(kind: Kind, typed: Typed, property: Property, keepsText: boolean): unknown {
  if (typeof typed === 'boolean') return typed;
  if (Array.isArray(typed)) return typed.length ? typed : undefined;
  if (typed.trim() === '') return undefined;
  switch (kind) {
    case 'number':
      return asNumber(typed);
    case 'numbers':
      return listed(typed).map(asNumber);
    case 'bands':
      return Object.fromEntries(lines(typed).map((line) => band(line)!));
    case 'any': {
      const one = (text: string) => (keepsText ? text.trim() : asNumber(text));
      return takesList(property) && typed.includes(';') ? typed.split(';').map((text) => text.trim()).filter(Boolean).map(one) : one(typed);
    }
    default:
      return typed;
  }
}

/** The parameters as the host takes them; what was left empty is left out. */
export function paramsOf(action: Action, typed: Record<string, Typed>, columns: Column[]): Record<string, unknown> {
  const named = action.parameters.filter((parameter) => parameter.names === 'column').map((parameter) => typed[parameter.name]);
  const keepsText = columns.some((column) => column.kind === 'text' && named.includes(column.name));
  const given = action.parameters.map((parameter) => {
    const property = action.schema.properties[parameter.name]!;
    return [parameter.name, valueOf(kindOf(parameter, property), typed[parameter.name] ?? '', property, keepsText)] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** Parameters as a person reads them: 'Final Average, threshold 50'. */
export const saidParams = (params: Record<string, unknown>) =>
  Object.entries(params)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? Object.entries(value!).map((pair) => pair.join(' ')).join(', ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' && /^[a-z]+(_[a-z]+)+$/.test(value) ? chosen(value).toLowerCase() : value}`)
    .join('; ');
