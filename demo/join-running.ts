// node --import ./demo/join-running.ts COMMAND: gives a command the settings of the demo that runs in .sealpost, if one does.
import { runningSettings } from './running-settings.ts';

Object.assign(process.env, await runningSettings('.sealpost'));
