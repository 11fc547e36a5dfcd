package dev.dovetail.examples.springboot.phone;

import static dev.dovetail.examples.springboot.phone.Employees.EMPLOYEES;
import static dev.dovetail.examples.springboot.phone.Phones.PHONES;

import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.plugin.LegacyAssociationPlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import org.springframework.stereotype.Component;

/** Who has which phone: one employee at most, who is shown with it. */
@Component
public final class EmployeePhones implements LegacyAssociationPlugin<Employee, Integer, Phone, Integer>, HttpPlugin {
    public static final Association<Employee, Integer, Phone, Integer> EMPLOYEE_PHONES = Association.between(
                    EMPLOYEES, PHONES)
            .oneLeft()
            .onDeleteLeft(OnDelete.UNLINK)
            .build();

    @Override
    public Association<Employee, Integer, Phone, Integer> association() {
        return EMPLOYEE_PHONES;
    }

    @Override
    public void represent(Representations representations) {
        representations
                .shape(EMPLOYEES)
                .part("phones", representations.rights(EMPLOYEE_PHONES, representations.only(PHONES, "id", "number")));
    }
}
