package dev.dovetail.examples.springboot.phone;

import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Employees: each one that comes is announced. */
@Configuration(proxyBeanMethods = false)
public class Employees {
    public static final Resource<Employee, Integer> EMPLOYEES = Resource.of(Employee.class, Employee::id)
            .generatedKey()
            .search(Employee::name)
            .build();
    public static final EventType<Employee> EMPLOYEE_CREATED = new EventType<>("employee_created", Employee.class);

    @Bean
    ResourcePlugin<Employee, Integer> employeesPlugin() {
        return ResourcePlugin.of(EMPLOYEES)
                .announces(Notifier.<Employee>of().created(EMPLOYEE_CREATED::of).build());
    }
}
