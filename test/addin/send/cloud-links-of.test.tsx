import { afterEach, expect, test } from '@jest/globals';
import { cloudLinksOf } from '../../../addin/send/cloud-links-of.ts';

const { parse } = URL;
afterEach(() => void Object.assign(URL, { parse }));

const linksIn = (html: string) => cloudLinksOf(new DOMParser().parseFromString(html, 'text/html'));

test.each([
  ['https://harbour-my.sharepoint.com/:w:/g/personal/alex/x', 'OneDrive of work'],
  ['https://harbour.sharepoint.com/sites/ward/plan.docx', 'SharePoint'],
  ['https://1drv.ms/w/s!A', 'a short link'],
  ['https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbour-my.sharepoint.com%2Fx&data=1', 'a wrapped link'],
])('%s is a link to a file in the cloud (%s)', (address) => {
  expect(linksIn(`<a href="${address}">the  plan</a>`)).toEqual(['the plan']);
});

test('a webview without URL.parse finds them, too, and a link that is no address is no failure', () => {
  Object.assign(URL, { parse: undefined });
  expect(linksIn('<a href="https://1drv.ms/w/s!A">plan</a><a href="https://[">x</a>')).toEqual(['plan']);
});

test('each file is named once, one without words by its place, and other links are left alone', () => {
  const plan = '<a href="https://1drv.ms/w/s!A">plan.docx</a>';
  expect(linksIn(`${plan}${plan}<a href="https://1drv.ms/w/s!B"><img></a>`)).toEqual(['plan.docx', '1drv.ms']);
  expect(linksIn('<a href="https://sharepoint.com.evil.example/">x</a><a href="mailto:a@b.example">y</a>')).toEqual([]);
});
