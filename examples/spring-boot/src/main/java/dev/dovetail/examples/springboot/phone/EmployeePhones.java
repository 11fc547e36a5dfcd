package dev.dovetail.examples.springboot.phone;

import static dev.dovetail.examples.springboot.phone.Employees.EMPLOYEES;
import static dev.dovetail.examples.springboot.phone.Phones.PHONES;

import dev.dovetail.http.HttpPlugin;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who has which phone: one employee at most, who is shown with it. */
@Configuration(proxyBeanMethods = false)
public class EmployeePhones {
    public static final Association<Employee, Integer, Phone, Integer> EMPLOYEE_PHONES = Association.between(
                    EMPLOYEES, PHONES)
            .oneLeft()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    @Bean
    AssociationPlugin<Employee, Integer, Phone, Integer> employeePhonesPlugin() {
        return AssociationPlugin.of(EMPLOYEE_PHONES)
                .with(HttpPlugin.representing(all -> all.shape(EMPLOYEES)
                        .part("phones", all.rights(EMPLOYEE_PHONES, all.only(PHONES, "id", "number")))));
    }
}
