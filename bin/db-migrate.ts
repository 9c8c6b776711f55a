import { migrate } from './support/prepare';

await migrate();
console.log('The database has the newest schema.');
