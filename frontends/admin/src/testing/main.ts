import { createFixtureGateway } from './fixture-gateway.ts'

const port = Number(process.env.PORT ?? 9480)
createFixtureGateway().app.listen(port, () => console.log(`http://localhost:${port}/auth/sign-in?as=editor`))
