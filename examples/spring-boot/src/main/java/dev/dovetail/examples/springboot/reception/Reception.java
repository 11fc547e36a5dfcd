package dev.dovetail.examples.springboot.reception;

import static dev.dovetail.examples.springboot.phone.EmployeePhones.EMPLOYEE_PHONES;
import static dev.dovetail.examples.springboot.phone.Employees.EMPLOYEES;
import static dev.dovetail.examples.springboot.phone.Phones.PHONES;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.springboot.phone.Employee;
import dev.dovetail.examples.springboot.phone.Phone;
import dev.dovetail.plugin.PluginRegistry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Welcomes who comes: writes through Dovetail's services and into a table of its own, as one. */
@Service
public class Reception {
    private final PluginRegistry services;
    private final JdbcClient jdbc;

    Reception(PluginRegistry services, JdbcClient jdbc) {
        this.services = services;
        this.jdbc = jdbc;
    }

    /** Creates an employee with a badge and a phone; all of it, and the event, or nothing. */
    @Transactional
    public Employee welcome(CallContext call, Welcome coming) {
        Employee employee = services.of(EMPLOYEES).create(call, new Employee(0, coming.name()));
        jdbc.sql("insert into badges (number, employee_id) values (?, ?)")
                .params(coming.badge(), employee.id())
                .update();
        Phone phone = services.of(PHONES).create(call, new Phone(0, coming.phone()));
        services.of(EMPLOYEE_PHONES).associate(call, employee.id(), phone.id());
        return employee;
    }

    List<Badge> badges() {
        return jdbc.sql("select number, employee_id from badges order by number")
                .query(Badge.class)
                .list();
    }
}
