import { addUserFromTerminal } from './user/add-user.ts';

// `npm run user -- add …`: makes an account, such as the first of a real installation.
process.exitCode = await addUserFromTerminal(process.argv.slice(2));
