/** Some methods of a service, by name, as functions of their own: those that are not named are not there. */
export const bound = <Service extends object, Name extends keyof Service>(
  service: Service,
  ...names: readonly Name[]
): Pick<Service, Name> =>
  Object.fromEntries(
    names.map((name) => {
      const method = service[name]
      return [name, typeof method === 'function' ? method.bind(service) : method]
    }),
  ) as Pick<Service, Name>
