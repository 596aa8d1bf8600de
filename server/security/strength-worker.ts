import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { strengthLimits } from '../../contract/password-strength.ts';

/** A password, and the words that its owner's password must not be made of. */
export interface StrengthTask {
  readonly password: string;
  readonly words: readonly string[];
}

const strength = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
  ...strengthLimits,
});

parentPort?.on('message', ({ password, words }: StrengthTask) =>
  parentPort?.postMessage(strength.check(password, [...words]).score),
);
parentPort?.postMessage('ready');
