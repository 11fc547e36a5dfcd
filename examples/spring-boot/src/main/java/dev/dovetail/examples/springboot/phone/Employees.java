package dev.dovetail.examples.springboot.phone;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import org.springframework.stereotype.Component;

/** Employees: each one that comes is announced. */
@Component
public final class Employees implements LegacyResourcePlugin<Employee, Integer> {
    public static final Resource<Employee, Integer> EMPLOYEES = Resource.of(Employee.class, Employee::id)
            .generatedKey()
            .search(Employee::name)
            .build();
    public static final EventType<Employee> EMPLOYEE_CREATED = new EventType<>("employee_created", Employee.class);

    @Override
    public Resource<Employee, Integer> resource() {
        return EMPLOYEES;
    }

    @Override
    public Notifier<Change<Employee>> notifier(Services services) {
        return Notifier.<Employee>of().created(EMPLOYEE_CREATED::of).build();
    }
}
